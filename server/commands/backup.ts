import { Command } from 'commander';
import { restoreEmbedded } from '../../graph/store/embedded/backup.ts';
import { GraphError } from '../../graph/store/errors.ts';
import { storeConfigFromEnv } from '../../graph/store/open.ts';
import { readAddress } from '../cli/address-file.ts';
import { CliError, EXIT } from '../cli/failure.ts';
import { note } from '../cli/io.ts';
import { serverOption } from '../cli/program.ts';
import { withTarget } from '../cli/target.ts';
import type { TargetOptions } from '../cli/target.ts';

/** `entente backup`: the embedded store as one file. */
export function backupCommand(): Command {
  return new Command('backup')
    .description('write the embedded store to one file, while it is used')
    .argument('<file>', 'where to')
    .addOption(serverOption())
    .addHelpText('after', '\nExample:\n  $ entente backup graph.backup --server http://127.0.0.1:8080')
    .action(async (file: string, options: TargetOptions) => {
      await withTarget(options, (target) => target.backup(file));
      note(`written to ${file}; \`entente restore ${file}\` brings it back`);
    });
}

interface Restore {
  readonly replace?: boolean;
  readonly server?: string;
}

const howToRestore = (owner: string, file: string): string =>
  `Stop ${owner} (Ctrl-C, or its service), where its data lies run \`entente restore ${file} --replace\`, and start it again: ` +
  'what it held is kept beside as graph.grafeo.before.';

/** `entente restore`: a backup into the data folder. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('bring a backup back into the data folder, which no server may use meanwhile')
    .argument('<file>', 'a file that `entente backup` wrote')
    .option('--replace', 'also when the folder holds a graph, which is kept beside it as graph.grafeo.before')
    .addOption(serverOption())
    .action(async (file: string, { replace = false, server = process.env['ENTENTE_SERVER'] }: Restore) => {
      if (server)
        throw new CliError(`a running server takes no backup in. ${howToRestore(server, file)}`, EXIT.usage);
      const config = storeConfigFromEnv(process.env);
      if (config.kind !== 'embedded')
        throw new CliError(
          'a backup is of the embedded store: leave NEO4J_URI unset, then `entente copy`',
          EXIT.usage,
        );
      const { statements } = await restoreEmbedded(file, config.path, replace).catch((error: unknown) => {
        if (!(error instanceof GraphError && error.code === 'LOCKED')) throw error;
        const owner = readAddress(config.path) ?? 'another process';
        throw new CliError(
          `the data folder ${config.path} is in use by ${owner}. ${howToRestore(owner, file)}`,
        );
      });
      note(`${config.path} holds ${statements} statements again`);
    });
}
