import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { Command, Option } from 'commander';
import { FORMAT_NAMES, TABLES } from '../../graph/export/names.ts';
import type { FormatName, Table } from '../../graph/export/names.ts';
import { FILTER_FIELDS } from '../../graph/filter.ts';
import { CliError, EXIT } from '../cli/failure.ts';
import { print } from '../cli/io.ts';
import { parameter } from '../cli/parameter.ts';
import { serverOption } from '../cli/program.ts';
import { withTarget } from '../cli/target.ts';
import type { Exported, TargetOptions } from '../cli/target.ts';

interface Options extends TargetOptions {
  readonly format: FormatName;
  readonly what: Table;
  readonly out?: string;
  readonly query?: string;
  readonly param: Readonly<Record<string, unknown>>;
}
/** The filter's fields as they were given. */
type Given = Partial<Record<FilterField, string | readonly string[]>>;
type FilterField = keyof typeof FILTER_FIELDS;

const HELP = `
Formats:
  json          graphology's serialised form, with everything in it
  jsonl         one node, statement or edge a line
  gexf          GEXF 1.3 with dates, colours and sizes, for Gephi
  graphml       for R, networkx, igraph, yEd and Cytoscape
  csv           a table of edges; --what nodes, dictionary, or all (a zip of the three)
  events        a table of dyadic events like POLECAT and ICEWS
  turtle        RDF in terms of PROV-O and schema.org; jsonld the same as JSON-LD
  cypher        a script that makes the graph in any Neo4j
  neo4j-admin   a zip of tables for \`neo4j-admin database import\`
  bundle        a zip of the graph, its statements, hashes, and a checker of every quote

Examples:
  $ entente export --format gexf --out graph.gexf
  $ entente export --format graphml --types CONDEMNS,SANCTIONS --from 2022 --to 2023 > hostile.graphml
  $ entente export --format csv --countries IRN --min-confidence 0.8 --sources 'Ministry of Foreign Affairs' > iran.csv
  $ entente export --format bundle --query 'MATCH (a {name: $who})-[r]->(b) RETURN r' --param who=Iran --out iran.zip

The same graph gives the same bytes, in whatever order it was read.`;

/** `entente export`: the graph, or a part of it, as a file. */
export function exportCommand(): Command {
  const command = new Command('export')
    .description('write the graph, a part of it, or what a query finds to a file or to standard output')
    .addOption(
      new Option('-f, --format <format>', FORMAT_NAMES.join(', '))
        .choices(FORMAT_NAMES)
        .makeOptionMandatory(),
    )
    .addOption(new Option('--what <table>', 'of csv: which table').choices(TABLES).default('edges'))
    .option('-o, --out <file>', 'write to this file')
    .option('--query <cypher>', 'only what this query returns, or - for standard input')
    .option('-p, --param <name=value>', 'a parameter of the query (repeatable)', parameter, {})
    .addOption(serverOption())
    .addHelpText('after', HELP)
    .action(async (options: Options & Given) => {
      const what = await exported(options);
      await withTarget(options, async (target) => {
        const chunks = target.export(options.format, options.what, what);
        if (options.out !== undefined) await writeWhole(options.out, chunks);
        else for await (const chunk of chunks) await print(chunk);
      });
    });
  for (const option of filterOptions()) command.addOption(option);
  return command;
}

/** One for each field of the filter: `minConfidence` is `--min-confidence`. */
const filterOptions = (): Option[] =>
  Object.entries(FILTER_FIELDS).map(([name, words]) => {
    const option = new Option(
      `--${flagOf(name)} <${LISTS.has(name) ? 'list' : 'value'}>`,
      `filter: ${words}`,
    );
    // A publisher's name may hold a comma: given again, not parted.
    return name === 'sources' ? option.argParser(gathered) : option;
  });
const flagOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const LISTS: ReadonlySet<string> = new Set([
  'labels',
  'types',
  'countries',
  'issues',
  'speakers',
  'modality',
]);
const gathered = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** @throws CliError when the filter is not valid, or stands beside a query. */
async function exported({ query, param, format, ...options }: Options & Given): Promise<Exported> {
  const names = Object.keys(FILTER_FIELDS) as FilterField[];
  const given = Object.fromEntries(names.map((name) => [name, options[name]]));
  const narrows = Object.values(given).some((value) => value !== undefined);
  if (query !== undefined) {
    if (narrows)
      throw new CliError(
        'give either --query or a filter: the query can say all that a filter can',
        EXIT.usage,
      );
    return { query: query === '-' ? await text(process.stdin) : query, params: param };
  }
  if (!narrows) return {};
  const { exportQuery } = await import('../schemas.ts');
  const read = exportQuery.safeParse({ format, ...given });
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => `--${flagOf(path.join('.'))}: ${message}`);
    throw new CliError(problems.join('; '), EXIT.usage);
  }
  const { format: _format, what: _what, ...filter } = read.data;
  return { filter };
}

/** Writes beside the file and renames at the end: what carries the name is whole. */
async function writeWhole(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  try {
    await pipeline(Readable.from(chunks), createWriteStream(part));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
