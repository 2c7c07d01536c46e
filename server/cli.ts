/** The command line. Commands load what they need when they run, so that `--help` and `extract` start at once. */
import { createProgram, runProgram } from './cli/program.ts';
import { COMMANDS } from './commands/index.ts';

await runProgram(createProgram(COMMANDS.map((make) => make())), process.argv);
