import { Command, Option } from 'commander';
import { CliError, EXIT } from '../cli/failure.ts';
import { note, openInput, print } from '../cli/io.ts';

interface Options {
  readonly format: 'json' | 'jsonl';
  readonly jsonl?: true;
}

const HELP = `
A document may begin with header lines (Title:, Source:, Date:, Speaker:, Kind:) and a blank line.

Examples:
  $ entente extract read-out.txt                 graphology's serialised form
  $ entente extract read-out.txt --format jsonl  one node or edge a line
  $ curl -s $URL | entente extract -             from standard input
  $ entente extract --jsonl < documents.jsonl    {"id","text","title"?,"date"?,"speaker"?} in, {"id","graph"} out`;

/** `entente extract`: a graph of one document, or of each line, without a store. */
export function extractCommand(): Command {
  return new Command('extract')
    .description('print the graph of a document, without storing it')
    .argument('[file]', 'a text file, or - for standard input')
    .addOption(
      new Option('-f, --format <format>', 'how to print it').choices(['json', 'jsonl']).default('json'),
    )
    .option('--jsonl', 'read one document a line and write one graph a line')
    .addHelpText('after', HELP)
    .action(async (file: string | undefined, options: Options) => {
      if (options.jsonl) await extractLines(file ?? '-');
      else if (file === undefined) throw new CliError('name a file, or - for standard input', EXIT.usage);
      else await extractOne(file, options.format);
    });
}

const load = async () => ({
  ...(await import('../../ingest/index.ts')),
  ...(await import('../../graph/serialise.ts')),
});

async function extractOne(file: string, format: Options['format']): Promise<void> {
  const { readWhole } = await import('../../ingest/read/statements.ts');
  const { GRAPH_OPTIONS, createExtractor, serialisedEdges, serialisedNodes } = await load();
  for await (const read of readWhole(file, await openInput(file))) {
    if ('problem' in read) throw new CliError(`${read.name}: ${read.problem}`);
    const extraction = createExtractor().extract(read.statement);
    const lists = { nodes: serialisedNodes(extraction), edges: serialisedEdges(extraction) };
    if (format === 'json') for (const part of indented(GRAPH_OPTIONS, lists)) await print(part);
    else
      for (const items of Object.values(lists))
        for (const item of items) await print(`${JSON.stringify(item)}\n`);
  }
}

/** What `JSON.stringify({ options, ...lists }, undefined, 2)` gives, item by item: the graph of a long document is not held as one string. */
function* indented(options: object, lists: Readonly<Record<string, Iterable<object>>>): Generator<string> {
  const nested = (value: object, indent: string): string =>
    JSON.stringify(value, undefined, 2).replace(/\n/g, `\n${indent}`);
  yield `{\n  "options": ${nested(options, '  ')}`;
  for (const [name, items] of Object.entries(lists)) {
    let separator = '';
    yield `,\n  "${name}": [`;
    for (const item of items) {
      yield `${separator}\n    ${nested(item, '    ')}`;
      separator = ',';
    }
    yield separator === '' ? ']' : '\n  ]';
  }
  yield '\n}\n';
}

async function extractLines(file: string): Promise<void> {
  const { need, optional, readRecords } = await import('../../ingest/read/records.ts');
  const { createExtractor, readStatement, serialiseExtraction } = await load();
  const input = await openInput(file);
  const extractor = createExtractor();
  const records = readRecords(input, (fields) => {
    const known = ['title', 'date', 'source', 'speaker', 'kind'].map((name) => [
      name,
      optional(fields, name),
    ]);
    const statement = readStatement(
      need(fields, 'text'),
      Object.fromEntries(known) as Record<string, string>,
    );
    return { id: fields['id'] ?? null, graph: serialiseExtraction(extractor.extract(statement)) };
  });
  for await (const item of records) {
    if ('problem' in item) {
      note(`entente: ${file}:${item.line}: ${item.problem}`);
      process.exitCode = EXIT.failed;
    } else await print(`${JSON.stringify(item.record)}\n`);
  }
}
