import { Command } from 'commander';
import { CliError, EXIT } from '../cli/failure.ts';
import { print } from '../cli/io.ts';
import { lostAfterOption, queueOption } from '../cli/program.ts';

interface Options {
  readonly queue: string;
  readonly lostAfter: number;
  readonly json?: true;
  readonly retry?: true;
  readonly drop?: true;
}

const HELP = `
The dead-letter list holds what was tried several times in vain, or whose workers were all lost. An ingest goes on without
these, names them in its report, and tries again when it is run again; --retry does only that.`;

/** `entente queue`: what waits, who works, and the dead-letter list. */
export function queueCommand(): Command {
  return new Command('queue')
    .description('show a queue and its dead-letter list')
    .addOption(queueOption().makeOptionMandatory())
    .option('--retry', 'try the dead letters again, from the machine that has the files')
    .option('--drop', 'empty the dead-letter list')
    .option('--json', 'print {workers, waiting, active, letters}')
    .addOption(lostAfterOption())
    .addHelpText('after', HELP)
    .action(run);
}

async function run(options: Options): Promise<void> {
  if (options.retry && options.drop) throw new CliError('give --retry or --drop', EXIT.usage);
  const { withQueue } = await import('../queue/run-queued.ts');
  const { dropLetters, listLetters } = await import('../queue/letters.ts');
  const { Queue } = await import('bullmq');
  const state = await withQueue(options.queue, async ({ redis, names }) => {
    const queue = new Queue(names.queue, { connection: redis });
    try {
      const letters = await listLetters(queue);
      if (options.drop) await dropLetters(queue, () => true);
      const {
        waiting = 0,
        active = 0,
        delayed = 0,
      } = await queue.getJobCounts('waiting', 'active', 'delayed');
      return { workers: await queue.getWorkersCount(), waiting: waiting + delayed, active, letters };
    } finally {
      await queue.close();
    }
  });
  if (options.retry)
    return retry(
      state.letters.filter((l) => l.kind === 'read').map((l) => l.name),
      options,
    );
  if (options.json) return print(`${JSON.stringify(state)}\n`);
  const { workers, waiting, active, letters } = state;
  await print(
    `${workers} workers, ${waiting} jobs waiting, ${active} in work, ${letters.length} dead letters\n`,
  );
  for (const { kind, name, reason, tries } of letters)
    await print(`${kind}  ${name}: ${reason}${tries > 1 ? ` (${tries} tries)` : ''}\n`);
  if (options.drop && letters.length > 0) await print('dropped\n');
}

/** What could not be read is read again; what could not be saved is in the plan of every run. */
async function retry(names: readonly string[], { queue, lostAfter, json }: Options): Promise<void> {
  const { runQueued } = await import('../queue/run-queued.ts');
  const { catalogueFolder } = await import('../sources/folder.ts');
  const { tell } = await import('./ingest.ts');
  const report = await runQueued(catalogueFolder(undefined, process.env), names, { queue, lostAfter });
  await tell(report, json);
}
