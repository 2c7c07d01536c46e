import { Command, InvalidArgumentError } from 'commander';
import { parseColumns } from '../../ingest/read/columns.ts';
import type { Columns } from '../../ingest/read/columns.ts';
import { CliError, EXIT } from '../cli/failure.ts';
import { note, print } from '../cli/io.ts';
import { LOST_AFTER, lostAfterOption, queueOption, serverOption } from '../cli/program.ts';
import type { TargetOptions } from '../cli/target.ts';
import type { RunReport } from '../sources/report.ts';
import type { RunProgress } from '../sources/run.ts';

export interface IngestOptions extends TargetOptions {
  readonly json?: true;
  readonly jsonl?: true;
  readonly quiet?: true;
  readonly columns?: Columns;
  readonly dryRun?: true;
  readonly prune?: true;
  readonly since?: string;
  readonly report?: string;
  readonly threads?: number;
  readonly queue?: string;
  readonly lostAfter?: number;
}

const HELP = `
What is read (docs/sources.md has the limits):
  one document a file   text in any encoding (header lines Title:, Source:, Date:, Speaker:, Kind: and a blank line may begin it),
                        Markdown, HTML, PDF, DOCX, ODT, RTF, EPUB, EML
  many in a file        CSV, TSV, XLSX, JSON, JSONL, RSS and Atom, WARC
  archives of these     ZIP, tar, tar.gz
  https://…             a public page or feed; robots.txt is obeyed
  -                     standard input, in any of them; with --jsonl one document a line

A run may be stopped at any moment, also by force: begun again, it goes on. Reading again changes nothing; a file whose words
changed replaces what it said before; the same release on two sites is linked and counted once.

Examples:
  $ entente ingest read-outs/ "news/**/*.txt"
  $ entente ingest releases.csv --columns text=body,date=published
  $ entente ingest archive.warc.gz --report report.html
  $ entente ingest archive/ --queue redis://queue:6379     workers on other machines do it (entente worker --help)
  $ entente ingest more/ --server http://127.0.0.1:8080   while a server is running`;

/** `entente ingest`: documents into the store. */
export function ingestCommand(): Command {
  return new Command('ingest')
    .description('read statements into the graph')
    .argument('<paths...>', 'files, folders, globs, web addresses, or - for standard input')
    .option('--columns <map>', 'which columns of tables hold what: text=body,title=headline', parseColumns)
    .option('--jsonl', 'standard input holds one document a line')
    .option('--dry-run', 'read everything, say what would change, change nothing')
    .option('--since <date>', 'leave out documents dated before this day', isoDay)
    .option('--prune', 'take back what files said that are gone')
    .option('--report <file>', 'write a report: .html a page, .json data, else text')
    .option('--threads <n>', 'threads that read and extract', positive)
    .addOption(queueOption('have workers read and extract (entente worker), for a shared Neo4j'))
    .addOption(lostAfterOption())
    .option('-q, --quiet', 'no progress bar')
    .option('--json', 'print the summary as JSON')
    .addOption(serverOption())
    .addHelpText('after', HELP)
    .action(ingest);
}

async function ingest(paths: readonly string[], options: IngestOptions): Promise<void> {
  if (paths.includes('-')) {
    if (paths.length > 1) throw new CliError('give - (standard input) alone', EXIT.usage);
    return (await import('../cli/ingest-stdin.ts')).ingestStdin(options);
  }
  await tell(await ingestSources(paths, options), options.json);
}

/** Prints what a run came to, and sets the exit code. */
export async function tell(report: RunReport, json?: true): Promise<void> {
  const { sentence } = await import('../sources/report.ts');
  if (json) await print(`${JSON.stringify(report)}\n`);
  else {
    for (const { name, problem } of report.rejected) note(`not taken  ${name}: ${problem}`);
    await print(sentence(report));
  }
  if (report.rejected.length > 0) process.exitCode = EXIT.failed;
  if (report.interrupted) process.exitCode = EXIT.interrupted;
}

/** One run over files, folders and addresses, with progress and a report where one is asked for. */
export async function ingestSources(paths: readonly string[], options: IngestOptions): Promise<RunReport> {
  const { findScope } = await import('../sources/locate.ts');
  const { onInterrupt } = await import('../cli/run-ingest.ts');
  const { runProgress } = await import('../cli/run-progress.ts');
  const found = await findScope(paths);
  if (found.files.length + found.addresses.length === 0 && !options.prune)
    throw new CliError(found.problems.map(({ name, problem }) => `${name}: ${problem}`).join('\n'));
  const stop = onInterrupt();
  const progress = await runProgress(stop.asked, options.quiet ? false : undefined);
  try {
    const report = await run(paths, options, progress);
    if (options.report !== undefined) await writeReport(options.report, report);
    return report;
  } finally {
    progress.end();
    stop.forget();
  }
}

/** On this machine, on a server, or by the workers of a queue. */
async function run(
  paths: readonly string[],
  options: IngestOptions,
  progress: RunProgress,
): Promise<RunReport> {
  const { catalogueFolder } = await import('../sources/folder.ts');
  const { queue, lostAfter = LOST_AFTER } = options;
  const server = options.server ?? process.env['ENTENTE_SERVER'];
  if (queue !== undefined) {
    if (server) throw new CliError('give --queue or --server: workers write to Neo4j themselves', EXIT.usage);
    const { runQueued } = await import('../queue/run-queued.ts');
    return runQueued(catalogueFolder(undefined, process.env), paths, {
      ...options,
      queue,
      lostAfter,
      progress,
    });
  }
  const { withIngestTarget } = await import('../cli/target.ts');
  // Loaded while the store opens.
  const sources = import('../sources/run.ts');
  return withIngestTarget(options, async (target) => {
    const { runSources } = await sources;
    return runSources(target, catalogueFolder(server, process.env), paths, { ...options, progress });
  });
}

async function writeReport(file: string, report: RunReport): Promise<void> {
  const { toHtml, toText } = await import('../sources/report.ts');
  const { writeFile } = await import('node:fs/promises');
  const content = /\.html?$/i.test(file)
    ? toHtml(report)
    : /\.json$/i.test(file)
      ? `${JSON.stringify(report, undefined, 2)}\n`
      : toText(report);
  await writeFile(file, content);
}

function isoDay(given: string): string {
  if (/^\d{4}(-\d\d(-\d\d)?)?$/.test(given)) return given;
  throw new InvalidArgumentError('write 2023, 2023-12 or 2023-12-04');
}

export function positive(given: string): number {
  const value = Number(given);
  if (Number.isInteger(value) && value > 0 && value <= 256) return value;
  throw new InvalidArgumentError('give a number from 1 to 256');
}
