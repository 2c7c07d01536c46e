import type { ReadResult } from '../../ingest/read/statements.ts';
import type { IngestOptions } from '../commands/ingest.ts';
import { EXIT } from './failure.ts';
import { note, print } from './io.ts';
import { runIngest } from './run-ingest.ts';
import { withIngestTarget } from './target.ts';

/** Standard input into the graph. It is nowhere to be found again, so it is in no catalogue. */
export async function ingestStdin(options: IngestOptions): Promise<void> {
  const summary = await withIngestTarget(options, (target) =>
    runIngest(target, documents(options), { total: 1, quiet: options.quiet }),
  );
  if (options.json) await print(`${JSON.stringify(summary)}\n`);
  else {
    for (const { name, problem } of summary.rejected) note(`not taken  ${name}: ${problem}`);
    const { added, replaced, unchanged, edges, seconds } = summary;
    const taken = added + replaced + unchanged;
    const what = `${taken} ${taken === 1 ? 'statement' : 'statements'} (${added} new, ${replaced} replaced, ${unchanged} unchanged)`;
    await print(`${what} with ${edges} edges in ${seconds} s\n`);
  }
  if (summary.rejected.length > 0) process.exitCode = EXIT.failed;
}

async function* documents({ jsonl, columns }: IngestOptions): AsyncGenerator<ReadResult> {
  const { readRecordStatements, readWhole } = await import('../../ingest/read/statements.ts');
  const read = jsonl ? readRecordStatements : readWhole;
  yield* read('standard input', process.stdin, columns);
}
