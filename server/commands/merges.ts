import { readFile, writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { COMPARED } from '../../graph/identity/candidates.ts';
import type { ComparedLabel } from '../../graph/identity/candidates.ts';
import { isPair } from '../../graph/identity/decisions.ts';
import type { Decision, PairDecision } from '../../graph/identity/decisions.ts';
import { readDecisions, writeDecisions } from '../../graph/identity/file.ts';
import { identitiesOf } from '../../graph/identity/identities.ts';
import type { DecideReport } from '../../graph/store/store.ts';
import { CliError, EXIT } from '../cli/failure.ts';
import { note, print } from '../cli/io.ts';
import { printMerges } from '../cli/print-merges.ts';
import { serverOption } from '../cli/program.ts';
import { withTarget } from '../cli/target.ts';
import type { Target, TargetOptions } from '../cli/target.ts';

interface ListOptions extends TargetOptions {
  readonly limit: number;
  readonly label?: ComparedLabel;
  readonly json?: true;
}
interface DecideOptions extends TargetOptions {
  readonly note?: string;
}

const HELP = `
What is decided is kept with the graph and holds for whatever is read later; quotes and statements stay as they are.

Examples:
  $ entente merges                                        what may be the same, with two quotes of either side
  $ entente merges accept person:zelensky person:volodymyr-zelenskyy
  $ entente merges refuse person:bush person:jeb-bush     they are two; do not ask again
  $ entente merges apart person:david-johnston                several bear the name: tell them apart by country
  $ entente merges split person:zelensky person:volodymyr-zelenskyy
  $ entente merges export --out decisions.tsv             for somebody else's \`entente merges import\``;

/** `entente merges`: who may be who, and what is decided about it. */
export function mergesCommand(): Command {
  const merges = new Command('merges')
    .description('list names that may be one person or body, with evidence, and decide about them')
    .addOption(new Option('--limit <n>', 'how many to list').argParser(wholeNumber).default(20))
    .addOption(new Option('--label <label>', 'only these').choices(COMPARED))
    .option('--json', 'as JSON')
    .addOption(serverOption())
    .addHelpText('after', HELP)
    .action(list);
  merges.addCommand(
    deciding('accept', '<id> <other>', 'the two are one, which keeps the name of <other>', same),
  );
  merges.addCommand(deciding('refuse', '<id> <other>', 'the two are different', different));
  merges.addCommand(deciding('apart', '<id>', 'several bear this name: tell them apart by country', apart));
  merges.addCommand(deciding('one', '<id>', 'only one bears this name; do not ask again', one));
  merges.addCommand(
    deciding('split', '<id> <other>', 'undo an accepted merge: the two are different after all', split),
  );
  merges.addCommand(deciding('withdraw', '<id> [other]', 'forget what was decided about it', withdraw));
  merges.addCommand(
    new Command('decisions')
      .description('list what was decided')
      .addOption(serverOption())
      .option('--json', 'as JSON')
      .action((options: ListOptions) =>
        withTarget(optionsOf(merges, options), async (target) => {
          const decisions = await target.decisions();
          await print(isJson(merges, options) ? `${JSON.stringify(decisions)}\n` : writeDecisions(decisions));
        }),
      ),
  );
  merges.addCommand(
    new Command('export')
      .description('write all decisions to a small file, a table with tabs')
      .option('--out <file>', 'where to, instead of standard output')
      .addOption(serverOption())
      .action((options: TargetOptions & { out?: string }) =>
        withTarget(optionsOf(merges, options), async (target) => {
          const text = writeDecisions(await target.decisions());
          if (options.out === undefined) await print(text);
          else await writeFile(options.out, text);
        }),
      ),
  );
  merges.addCommand(
    new Command('import')
      .description('take decisions in from such a file; they take the place of earlier ones about the same')
      .argument('<file>')
      .addOption(serverOption())
      .action((file: string, options: TargetOptions) =>
        withTarget(optionsOf(merges, options), async (target) =>
          tell(await target.decide(await read(file), [])),
        ),
      ),
  );
  return merges;
}

/** A parent takes options that both have. */
const optionsOf = (merges: Command, options: TargetOptions): TargetOptions => ({
  ...merges.opts(),
  ...options,
});
const isJson = (merges: Command, options: ListOptions): boolean =>
  options.json === true || merges.opts<ListOptions>().json === true;

async function list(options: ListOptions): Promise<void> {
  const { limit, label } = options;
  const found = await withTarget(options, (target) => target.merges({ limit, offset: 0, label }));
  await (options.json ? print(`${JSON.stringify(found)}\n`) : printMerges(found));
}

type Change = { readonly given?: readonly Decision[]; readonly withdrawn?: readonly Decision[] };
type Decide = (
  target: Target,
  ids: readonly string[],
  more: { readonly note?: string },
) => Promise<Change> | Change;

function deciding(name: string, args: string, about: string, decide: Decide): Command {
  const command = new Command(name)
    .description(about)
    .arguments(args)
    .option('--note <text>', 'why; it is kept with the decision')
    .addOption(serverOption());
  return command.action(async () => {
    const options = command.opts<DecideOptions>();
    const more = options.note === undefined ? {} : { note: options.note };
    await withTarget(optionsOf(command.parent!, options), async (target) => {
      const { given = [], withdrawn = [] } = await decide(target, command.args, more);
      await tell(await target.decide(given, withdrawn));
    });
  });
}

const same: Decide = (_target, [id = '', other = ''], more) => ({
  given: [{ verdict: 'same', id, other, ...more }],
});
const different: Decide = (_target, [id = '', other = ''], more) => ({
  given: [{ verdict: 'different', id, other, ...more }],
});
const apart: Decide = (_target, [id = ''], more) => ({ given: [{ verdict: 'apart', id, ...more }] });
const one: Decide = (_target, [id = ''], more) => ({ given: [{ verdict: 'one', id, ...more }] });

const split: Decide = async (target, [id = '', other = ''], more) => {
  const decisions = await target.decisions();
  const about = (d: Decision): d is PairDecision =>
    d.verdict === 'same' && [d.id, d.other].includes(id) && [d.id, d.other].includes(other);
  if (decisions.some(about)) return { given: [{ verdict: 'different', id, other, ...more }] };
  const together = identitiesOf(decisions).together(id);
  const pairs = decisions.filter((d) => d.verdict === 'same' && together.includes(d.id));
  const hint =
    pairs.length === 0
      ? `${id} is one with nothing`
      : `what makes ${id} one with others: ${pairs.map((d) => `${d.id} ${'other' in d ? d.other : ''}`).join('; ')}`;
  throw new CliError(`it was never decided that ${id} and ${other} are the same; ${hint}`);
};

const withdraw: Decide = async (target, [id = '', other]) => {
  const decisions = await target.decisions();
  const withdrawn = decisions.filter((d) =>
    other === undefined
      ? !isPair(d) && d.id === id
      : isPair(d) && [d.id, d.other].includes(id) && [d.id, d.other].includes(other) && id !== other,
  );
  if (withdrawn.length > 0) return { withdrawn };
  throw new CliError(
    `nothing was decided about ${[id, other].filter(Boolean).join(' and ')}; \`entente merges decisions\` lists what was`,
  );
};

async function tell({ decided, withdrawn, statements }: DecideReport): Promise<void> {
  const done = [
    ...(decided > 0 ? [`${decided} decided`] : []),
    ...(withdrawn > 0 ? [`${withdrawn} withdrawn`] : []),
  ];
  if (done.length === 0) note('that was decided before');
  const said = statements === 1 ? '1 statement says' : `${statements} statements say`;
  await print(`${done.length === 0 ? 'nothing changed' : done.join(', ')}; ${said} it otherwise now\n`);
}

async function read(path: string): Promise<Decision[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new CliError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  try {
    return readDecisions(text);
  } catch (error) {
    throw new CliError(`${path}: ${error instanceof Error ? error.message : String(error)}`, EXIT.failed);
  }
}

function wholeNumber(value: string): number {
  const n = Number(value);
  if (!Number.isInteger(n) || n < 1 || n > 200) throw new InvalidArgumentError('must be from 1 to 200');
  return n;
}
