import { Command, InvalidArgumentError, Option } from 'commander';
import { diff, NotInOrder } from '../../graph/diff/diff.ts';
import type { Diff, DiffOptions } from '../../graph/diff/diff.ts';
import type { Item } from '../../graph/diff/item.ts';
import { inOrder } from '../../graph/diff/item.ts';
import { diffLines } from '../../graph/diff/text.ts';
import type { DiffSide } from '../cli/diff-side.ts';
import { openSide } from '../cli/diff-side.ts';
import { CliError, describeFailure } from '../cli/failure.ts';
import { note, print } from '../cli/io.ts';

interface Options {
  readonly limit: number;
  readonly ignore: string;
  readonly json?: true;
}

/** As of diff(1): the same, different, could not be compared. */
const CODES = { same: 0, different: 1, trouble: 2 } as const;

const HELP = `
Each of the two is a file (\`entente export --format json\` or jsonl, or what \`entente extract\` printed), a data folder, the address
of a server (http://…) or of a Neo4j (bolt://…, neo4j://…), \`store\` (the one of ENTENTE_DATA or NEO4J_URI), or - for standard input.
\`rules\` as the second is what the rules of this version read in the texts of the first, a store.

An edge that other rules read otherwise in the same words is one change: its relation, its ends, its mood.
Exit codes: 0 the same, 1 different, 2 could not be compared.

Examples:
  $ entente diff monday.json tuesday.json          two exports: what came, went and changed, with quotes
  $ entente diff monday.jsonl store --json
  $ entente diff store rules                       what a new version of the rules would change`;

/** `entente diff`: what differs between two graphs. */
export function diffCommand(): Command {
  return new Command('diff')
    .description(
      'what was added, went and changed between two exports, stores or versions of the rules, with quotes',
    )
    .argument('<before>')
    .argument('<after>')
    .addOption(new Option('--limit <n>', 'most lines of each list').argParser(wholeNumber).default(100))
    .option('--ignore <fields>', 'fields whose changes do not count, with commas between', 'extractor')
    .option('--json', 'all of it as JSON')
    .addHelpText('after', HELP)
    .action(run);
}

async function run(before: string, after: string, { limit, ignore, json }: Options): Promise<void> {
  const found = await compare(before, after, {
    ignore: ignore.split(',').map((field) => field.trim()),
  }).catch((error: unknown) => {
    throw new CliError(describeFailure(error), CODES.trouble);
  });
  if (json) await print(`${JSON.stringify(found)}\n`);
  else for (const line of diffLines(found, limit)) await print(`${line}\n`);
  const { sizes } = found;
  note(
    found.same
      ? `the same: ${sizes.after.statements} statements, ${sizes.after.nodes} nodes, ${sizes.after.edges} edges`
      : `${sizes.before.edges} edges of ${sizes.before.statements} statements before, ${sizes.after.edges} of ${sizes.after.statements} after`,
  );
  process.exitCode = found.same ? CODES.same : CODES.different;
}

async function compare(before: string, after: string, options: DiffOptions): Promise<Diff> {
  const a = await openSide(before);
  try {
    const b = after === 'rules' ? await rulesSide(before, a) : await openSide(after);
    try {
      return await inOnePass(a, b, options);
    } finally {
      await b.close();
    }
  } finally {
    await a.close();
  }
}

async function rulesSide(name: string, { store }: DiffSide): Promise<DiffSide> {
  if (!store)
    throw new CliError(
      `${name} holds no store whose texts could be read again; name a data folder, a Neo4j, or \`store\``,
    );
  const { reread } = await import('../cli/reread.ts');
  const items = await reread(store);
  return { items: () => listed(items), close: async () => undefined };
}

/** What is not in order, such as a file that somebody has sorted otherwise, is held in memory instead. */
async function inOnePass(a: DiffSide, b: DiffSide, options: DiffOptions): Promise<Diff> {
  try {
    return await diff(a.items(), b.items(), options);
  } catch (error) {
    if (!(error instanceof NotInOrder)) throw error;
    return diff(listed(await sorted(a)), listed(await sorted(b)), options);
  }
}

async function sorted(side: DiffSide): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of side.items()) items.push(item);
  return items.sort(inOrder);
}

async function* listed(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

function wholeNumber(value: string): number {
  const n = Number(value);
  if (!Number.isInteger(n) || n < 0) throw new InvalidArgumentError('must be a whole number');
  return n;
}
