import { Command, Option } from 'commander';
import { copyStore } from '../../graph/store/copy.ts';
import { openStore, storeConfigFromEnv } from '../../graph/store/open.ts';
import { CliError, EXIT } from '../cli/failure.ts';
import { note, print } from '../cli/io.ts';
import { openOwnStore } from '../cli/open-store.ts';
import { startProgress } from '../cli/progress.ts';

const HELP = `
Copies every statement with all it says, then compares both stores whole. Stopped or killed, it goes on when it is run again.
The embedded store is the folder of ENTENTE_DATA, the other the Neo4j of NEO4J_URI; both must be set.

Examples:
  $ NEO4J_URI=bolt://localhost:7687 NEO4J_PASSWORD=… entente copy --to neo4j
  $ ENTENTE_DATA=./copy NEO4J_URI=bolt://localhost:7687 entente copy --to embedded`;

interface Options {
  readonly to: 'neo4j' | 'embedded';
  readonly json?: true;
}

/** `entente copy`: everything from one store into the other. */
export function copyCommand(): Command {
  return new Command('copy')
    .description('move the whole graph between the embedded store and Neo4j')
    .addOption(new Option('--to <store>', 'where to').choices(['neo4j', 'embedded']).makeOptionMandatory())
    .option('--json', 'print {statements, written, nodes, edges, hash}')
    .addHelpText('after', HELP)
    .action(run);
}

async function run({ to, json }: Options): Promise<void> {
  const neo4jConfig = storeConfigFromEnv(process.env);
  if (neo4jConfig.kind !== 'neo4j')
    throw new CliError(
      'set NEO4J_URI (and NEO4J_USER, NEO4J_PASSWORD): one end of a copy is Neo4j',
      EXIT.usage,
    );
  const { NEO4J_URI: _neo4j, ...rest } = process.env;
  const embedded = await openOwnStore(storeConfigFromEnv(rest));
  const neo4j = await openStore(neo4jConfig);
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  const progress = await startProgress(to === 'neo4j' ? (await embedded.stats()).statements : 1);
  try {
    let before = 0;
    const onProgress = ({ done }: { done: number }): void => {
      progress.step(done - before, 0);
      before = done;
    };
    const ends = to === 'neo4j' ? ([embedded, neo4j] as const) : ([neo4j, embedded] as const);
    const report = await copyStore(...ends, { onProgress, signal: stop.signal });
    if (json) await print(`${JSON.stringify(report)}\n`);
    else
      note(
        `${report.statements} statements (${report.written} written now), ${report.nodes} nodes and ${report.edges} edges are the same in both: ${report.hash}`,
      );
  } finally {
    progress.stop();
    process.off('SIGINT', interrupt);
    await embedded.close();
    await neo4j.close();
  }
}
