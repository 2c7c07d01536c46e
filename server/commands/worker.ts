import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import { note } from '../cli/io.ts';
import { lostAfterOption, queueOption } from '../cli/program.ts';
import { positive } from './ingest.ts';

interface Options {
  readonly queue: string;
  readonly threads?: number;
  readonly lostAfter: number;
}

const HELP = `
Run as many as you like, on as many machines; each needs the same version of entente and the same graph:
NEO4J_URI (bolt://, or neo4j:// for a cluster), NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE. Files are not shared: their
bytes come over the queue. Ends with Ctrl-C after what is under way; one that is killed is missed after a while, and
others take what it had.

Examples:
  $ NEO4J_URI=neo4j://graph:7687 entente worker --queue redis://queue:6379
  $ NEO4J_URI=neo4j://graph:7687 entente ingest statements/ --queue redis://queue:6379`;

/** `entente worker`: takes documents from a queue. */
export function workerCommand(): Command {
  return new Command('worker')
    .description('take documents from a queue, read them, write to a shared Neo4j')
    .addOption(queueOption().makeOptionMandatory())
    .option('--threads <n>', 'threads that read and extract', positive)
    .addOption(lostAfterOption())
    .addHelpText('after', HELP)
    .action(run);
}

async function run({ queue, threads = availableParallelism(), lostAfter }: Options): Promise<void> {
  const { withQueue } = await import('../queue/run-queued.ts');
  const { startWorker } = await import('../queue/worker.ts');
  const { shown } = await import('../queue/connection.ts');
  await withQueue(queue, async (shared) => {
    const lostAfterMs = lostAfter * 1000;
    const ended = new Promise((end) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
    });
    const worker = await startWorker({ ...shared, threads, lostAfterMs, note });
    note(
      `takes from ${shown(queue)} with ${threads} ${threads === 1 ? 'thread' : 'threads'}; ends with Ctrl-C`,
    );
    await ended;
    note('ends after what is under way');
    await worker.close();
    note(`${worker.done()} jobs done`);
  });
}
