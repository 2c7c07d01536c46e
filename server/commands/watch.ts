import { setTimeout as wait } from 'node:timers/promises';
import { Command, InvalidArgumentError } from 'commander';
import { parseColumns } from '../../ingest/read/columns.ts';
import { note, print } from '../cli/io.ts';
import { serverOption } from '../cli/program.ts';
import type { IngestOptions } from './ingest.ts';

interface Options extends Pick<IngestOptions, 'columns' | 'prune' | 'server' | 'threads'> {
  readonly every: number;
}

const HELP = `
Looks again and again, and reads what is new or changed; what is as it was is not opened. Ends with Ctrl-C.
An embedded graph belongs to one process: while \`entente serve\` holds it, go through it with --server.

Examples:
  $ entente watch statements/ --every 30
  $ entente watch https://press.example.org/feed.xml --every 900 --server http://127.0.0.1:8080`;

/** `entente watch`: keeps the graph at what folders and feeds say. */
export function watchCommand(): Command {
  return new Command('watch')
    .description('keep the graph up to date with folders and feeds')
    .argument('<paths...>', 'files, folders, globs, web addresses')
    .option('--every <seconds>', 'how long to wait before looking again', seconds, 60)
    .option('--columns <map>', 'which columns of tables hold what: text=body,title=headline', parseColumns)
    .option('--prune', 'take back what files said that are gone')
    .addOption(serverOption())
    .addHelpText('after', HELP)
    .action(watch);
}

async function watch(paths: readonly string[], { every, ...options }: Options): Promise<void> {
  const { withIngestTarget } = await import('../cli/target.ts');
  const { runSources } = await import('../sources/run.ts');
  const { catalogueFolder } = await import('../sources/folder.ts');
  const { sentence } = await import('../sources/report.ts');
  const ended = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.abort());
  const folder = catalogueFolder(options.server ?? process.env['ENTENTE_SERVER'], process.env);
  const progress = { phase: () => undefined, step: () => undefined, stopped: () => ended.signal.aborted };
  await withIngestTarget(options, async (target) => {
    const told = new Set<string>();
    while (!ended.signal.aborted) {
      const report = await runSources(target, folder, paths, { ...options, progress });
      for (const { name, problem } of report.rejected) {
        if (!told.has(`${name} ${problem}`)) note(`not taken  ${name}: ${problem}`);
        told.add(`${name} ${problem}`);
      }
      if (report.added + report.replaced + report.removed > 0) await print(sentence(report));
      await wait(every * 1000, undefined, { signal: ended.signal }).catch(() => undefined);
    }
  });
}

function seconds(given: string): number {
  const value = Number(given);
  if (Number.isFinite(value) && value >= 1 && value <= 86_400) return value;
  throw new InvalidArgumentError('give a number of seconds from 1 to 86400');
}
