import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { ImportFile } from '../../graph/import/import.ts';
import type { Mapping } from '../../graph/import/mapping.ts';
import { IMPORT_FORMATS } from '../../graph/import/names.ts';
import type { ImportFormat } from '../../graph/import/names.ts';
import { CliError, EXIT } from '../cli/failure.ts';
import { note, print } from '../cli/io.ts';
import { serverOption } from '../cli/program.ts';
import { withTarget } from '../cli/target.ts';
import type { TargetOptions } from '../cli/target.ts';
import type { ImportReport } from '../contract.ts';

type Pairs = Readonly<Record<string, string>>;
interface Options extends TargetOptions {
  readonly format?: ImportFormat;
  readonly name?: string;
  readonly nodes?: string;
  readonly map: Pairs;
  readonly default: Pairs;
  readonly type: Pairs;
  readonly mapping?: string;
  readonly dryRun?: true;
  readonly skipProblems?: true;
  readonly json?: true;
}

const HELP = `
What is read: graphology's JSON, GEXF, GraphML, and CSV (commas, semicolons or tabs) with a head line. What Entente exported comes back as it was.
Anybody else's edges become statements that hold their records, marked by the name of the data.

Fields of an edge: id, source, sourceId, sourceLabel, sourceCountry, target, targetId, targetLabel, targetCountry, type, date, modality,
confidence, context, quote, speaker, speakerLabel, publisher, title, url. A column that bears the name of a field needs no --map.
Types: Entente's (CONDEMNS), PLOVER's (ACCUSE), CAMEO's codes (112), or what --type says.

Examples:
  $ entente import graph.json
  $ entente import edges.csv --nodes nodes.csv
  $ entente import polecat.csv --map source="Actor Name" --map target="Recipient Name" --map type="Event Type" --map date="Event Date" --default sourceLabel=Country --default targetLabel=Country --dry-run
  $ entente import dna.csv --map source=organization --map target=concept --map type=agreement --type 1=SUPPORTS --type 0=REJECTS --map quote=text --default sourceLabel=Organization --default targetLabel=Issue`;

/** `entente import`: a graph that somebody else made, or Entente wrote. */
export function importCommand(): Command {
  return new Command('import')
    .description('take a graph in from a file: one that Entente exported, or hand-coded data')
    .argument('<file>', 'the file; of csv the table of edges')
    .addOption(new Option('-f, --format <format>', 'unless its name tells').choices(IMPORT_FORMATS))
    .option('--name <name>', 'what the data is called; its file name unless told')
    .option('--nodes <file>', 'of csv: the table of nodes')
    .option('--map <field=column>', 'which column holds a field (repeatable)', pair, {})
    .option('--default <field=value>', 'what holds where the column has nothing (repeatable)', pair, {})
    .option('--type <given=type>', "a type of the file's own as a relation (repeatable)", pair, {})
    .option('--mapping <file>', 'the same three as JSON: {"columns", "defaults", "types"}')
    .option('--dry-run', 'only tell what would be taken, and what is wrong in which row')
    .option('--skip-problems', 'take the good rows even when there are bad ones')
    .option('--json', 'print the report as JSON')
    .addOption(serverOption())
    .addHelpText('after', HELP)
    .action(importFile);
}

async function importFile(path: string, options: Options): Promise<void> {
  const file = await readFiles(path, options);
  const how = { dryRun: options.dryRun === true, skipProblems: options.skipProblems === true };
  const report = await withTarget(options, (target) => target.import(file, how));
  if (options.json) await print(`${JSON.stringify(report)}\n`);
  else await tell(report);
  if (report.totalProblems > 0) process.exitCode = EXIT.failed;
}

async function tell(report: ImportReport): Promise<void> {
  for (const { at, problem } of report.problems) note(`not taken  ${at}: ${problem}`);
  const { dryRun, statements, nodes, edges, rows, totalProblems, added, replaced, unchanged } = report;
  const done = dryRun ? 'would take' : 'took';
  const counts = dryRun ? '' : ` (${added} new, ${replaced} replaced, ${unchanged} unchanged)`;
  await print(
    `${done} ${rows - totalProblems} of ${rows} rows: ${statements} statements${counts}, ${nodes} nodes, ${edges} edges\n`,
  );
}

async function readFiles(path: string, options: Options): Promise<ImportFile> {
  const format = options.format ?? IMPORT_FORMATS.find((name) => extname(path).toLowerCase() === `.${name}`);
  if (format === undefined)
    throw new CliError(
      `the name of ${path} does not tell its format; say --format ${IMPORT_FORMATS.join(', ')}`,
      EXIT.usage,
    );
  return {
    format,
    dataset: options.name ?? basename(path, extname(path)),
    content: await read(path),
    ...(options.nodes === undefined ? {} : { nodes: await read(options.nodes) }),
    mapping: await mappingOf(options),
  };
}

const read = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((error: unknown) => {
    throw new CliError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });

/** Of a file, with what the options say on top. */
async function mappingOf({ mapping, map, default: defaults, type }: Options): Promise<Mapping> {
  const { mappingSchema } = await import('../../graph/import/mapping.ts');
  const text = mapping === undefined ? '{}' : await read(mapping);
  const given = readJson(text, mapping ?? '');
  const result = mappingSchema.safeParse({
    columns: { ...given['columns'], ...map },
    defaults: { ...given['defaults'], ...defaults },
    types: { ...given['types'], ...type },
  });
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new CliError(`the mapping is not valid: ${problems.join('; ')}`, EXIT.usage);
}

function readJson(text: string, path: string): Record<string, object> {
  try {
    return JSON.parse(text) as Record<string, object>;
  } catch (error) {
    throw new CliError(`${path} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function pair(given: string, before: Pairs): Pairs {
  const at = given.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('write two names with = between');
  return { ...before, [given.slice(0, at)]: given.slice(at + 1) };
}
