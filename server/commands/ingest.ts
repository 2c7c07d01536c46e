import { Command } from 'commander';
import { parseColumns } from '../../ingest/read/columns.ts';
import type { Columns } from '../../ingest/read/columns.ts';
import type { ReadResult } from '../../ingest/read/statements.ts';
import { CliError, EXIT } from '../cli/failure.ts';
import { note, print } from '../cli/io.ts';
import { serverOption } from '../cli/program.ts';
import { withTarget } from '../cli/target.ts';
import type { TargetOptions } from '../cli/target.ts';

interface Options extends TargetOptions {
  readonly json?: true;
  readonly jsonl?: true;
  readonly quiet?: true;
  readonly columns?: Columns;
}

const HELP = `
What is read (docs/sources.md has the limits):
  one document a file   text in any encoding (header lines Title:, Source:, Date:, Speaker:, Kind: and a blank line may begin it),
                        Markdown, HTML, PDF, DOCX, ODT, RTF, EPUB, EML
  many in a file        CSV, TSV, XLSX, JSON, JSONL, RSS and Atom, WARC
  archives of these     ZIP, tar, tar.gz
  -                     standard input, in any of them; with --jsonl one document a line

Reading again changes nothing; a file whose words changed replaces what it said before.

Examples:
  $ entente ingest read-outs/ "news/**/*.txt"
  $ entente ingest speeches.jsonl
  $ entente ingest releases.csv --columns text=body,date=published
  $ entente ingest more/ --server http://127.0.0.1:8080   while a server is running`;

/** `entente ingest`: documents into the store. */
export function ingestCommand(): Command {
  return new Command('ingest')
    .description('read statements into the graph')
    .argument('<paths...>', 'files, folders, globs, or - for standard input')
    .option('--jsonl', 'standard input holds one document a line')
    .option('--columns <map>', 'which columns of tables hold what: text=body,title=headline', parseColumns)
    .option('-q, --quiet', 'no progress bar')
    .option('--json', 'print the summary as JSON')
    .addOption(serverOption())
    .addHelpText('after', HELP)
    .action(ingest);
}

async function ingest(paths: readonly string[], options: Options): Promise<void> {
  const { findDocuments } = await import('../../ingest/read/paths.ts');
  const { runIngest } = await import('../cli/run-ingest.ts');
  const found = await findDocuments(paths.filter((path) => path !== '-'));
  const stdin = paths.includes('-');
  if (!stdin && found.files.length === 0) {
    throw new CliError(found.problems.map(({ name, problem }) => `${name}: ${problem}`).join('\n'));
  }
  const documents = sources(
    found.files,
    found.problems,
    stdin ? (options.jsonl ? 'lines' : 'text') : undefined,
    options.columns,
  );
  const total = found.files.length + (stdin ? 1 : 0);
  const summary = await withTarget(options, (target) =>
    runIngest(target, documents, { total, quiet: options.quiet }),
  );
  if (options.json) await print(`${JSON.stringify(summary)}\n`);
  else {
    for (const { name, problem } of summary.rejected) note(`not taken  ${name}: ${problem}`);
    await print(sentence(summary));
  }
  if (summary.rejected.length > 0) process.exitCode = EXIT.failed;
  if (summary.interrupted) process.exitCode = EXIT.interrupted;
}

async function* sources(
  files: readonly string[],
  problems: readonly ReadResult[],
  stdin: 'text' | 'lines' | undefined,
  columns: Columns | undefined,
): AsyncGenerator<ReadResult> {
  const { readPath, readRecordStatements, readWhole } = await import('../../ingest/read/statements.ts');
  yield* problems;
  for (const file of files) yield* readPath(file, columns);
  const name = 'standard input';
  if (stdin === 'lines') yield* readRecordStatements(name, process.stdin, columns);
  else if (stdin === 'text') yield* readWhole(name, process.stdin, columns);
}

interface Counts {
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly edges: number;
  readonly rejected: readonly unknown[];
  readonly seconds: number;
  readonly interrupted: boolean;
}

function sentence({ added, replaced, unchanged, edges, rejected, seconds, interrupted }: Counts): string {
  const taken = added + replaced + unchanged;
  const what = `${taken} ${taken === 1 ? 'statement' : 'statements'} (${added} new, ${replaced} replaced, ${unchanged} unchanged) with ${edges} edges`;
  const bad = rejected.length > 0 ? `; ${rejected.length} not taken` : '';
  const cut = interrupted ? '; interrupted, run it again to go on' : '';
  return `${what} in ${seconds} s${bad}${cut}\n`;
}
