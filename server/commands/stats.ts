import { Command } from 'commander';
import { print } from '../cli/io.ts';
import { serverOption } from '../cli/program.ts';
import { withTarget } from '../cli/target.ts';
import type { TargetOptions } from '../cli/target.ts';

/** `entente stats`: how much of what there is. */
export function statsCommand(): Command {
  return new Command('stats')
    .description('count statements, nodes by label and edges by relation')
    .addOption(serverOption())
    .option('--json', 'as JSON')
    .action((options: TargetOptions & { json?: true }) =>
      withTarget(options, async (target) => {
        const stats = await target.stats();
        if (options.json) return print(`${JSON.stringify(stats)}\n`);
        const { renderTable } = await import('../cli/table.ts');
        const sorted = (counts: Readonly<Record<string, number>>) =>
          Object.entries(counts).sort(([, a], [, b]) => b - a);
        const rows = [
          ['Statement', stats.statements],
          ...sorted(stats.nodes).filter(([l]) => l !== 'Statement'),
        ];
        await print(
          `${renderTable(['nodes', 'count'], rows)}\n${renderTable(['edges', 'count'], sorted(stats.edges))}`,
        );
      }),
    );
}
