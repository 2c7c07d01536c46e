import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { readVersion } from '../package-info.ts';
import { EXIT, describeFailure, CliError } from './failure.ts';
import { note, quietOnClosedPipe } from './io.ts';

/** The option of commands that can work on a running server instead of the store itself. */
export const serverOption = (): Option =>
  new Option('--server <url>', 'work on a running server instead of the data folder').env('ENTENTE_SERVER');

/** The option of commands that work through Redis. */
export const queueOption = (what = 'the queue in Redis: redis://host:6379, or rediss:// with TLS'): Option =>
  new Option('--queue <redis-url>', what);

/** Seconds. */
export const LOST_AFTER = 30;
/** The option of commands that give signs of life to others. */
export const lostAfterOption = (): Option =>
  new Option(
    '--lost-after <seconds>',
    'without a sign of life for so long, a worker or an ingest counts as lost',
  )
    .default(LOST_AFTER)
    .argParser((given) => {
      const value = Number(given);
      if (Number.isFinite(value) && value >= 1 && value <= 3600) return value;
      throw new InvalidArgumentError('give a number of seconds from 1 to 3600');
    });

const HELP = `
Examples:
  $ entente ingest statements/           read every .txt, .md and .jsonl below a folder
  $ entente serve --open                 look at the graph in a browser
  $ entente query 'MATCH (a)-[r:CONDEMNS]->(b) RETURN a.name, b.name, r.quote'
  $ entente export --format gexf --out graph.gexf
  $ entente extract read-out.txt         one document as a graph, without a store

Where the graph is kept:
  ENTENTE_DATA      folder of the embedded database (./data unless told otherwise)
  NEO4J_URI         a Neo4j server instead, with NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE
  ENTENTE_SERVER    a running server (as --server), with ENTENTE_TOKEN when it wants one

Exit codes: 0 all went well, 1 something failed or was not taken, 2 wrong use.`;

/** The whole command line, of the given commands. */
export function createProgram(commands: readonly Command[]): Command {
  const program = new Command('entente')
    .description(
      'Statements of international politics as a graph whose every edge leads to the words it came from.',
    )
    .version(readVersion())
    .addHelpText('after', HELP)
    .showHelpAfterError('(--help tells more)')
    .exitOverride();
  for (const command of commands) {
    program.addCommand(command.copyInheritedSettings(program));
    for (const part of command.commands) part.copyInheritedSettings(command);
  }
  return program;
}

/** Runs the command line and sets the exit code; never throws. */
export async function runProgram(program: Command, argv: readonly string[]): Promise<void> {
  quietOnClosedPipe();
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = report(error);
  }
}

function report(error: unknown): number {
  // commander has printed its own errors already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  note(`entente: ${describeFailure(error)}`);
  return error instanceof CliError ? error.exitCode : EXIT.failed;
}
