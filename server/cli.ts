/** The command line. Commands load what they need when they run, so that `--help` and `extract` start at once. */
import { createProgram, runProgram } from './cli/program.ts';
import { classifyCommand } from './commands/classify.ts';
import { exportCommand } from './commands/export.ts';
import { extractCommand } from './commands/extract.ts';
import { ingestCommand } from './commands/ingest.ts';
import { queryCommand } from './commands/query.ts';
import { serveCommand } from './commands/serve.ts';
import { statsCommand } from './commands/stats.ts';

const commands = [
  ingestCommand(),
  serveCommand(),
  queryCommand(),
  exportCommand(),
  statsCommand(),
  extractCommand(),
  classifyCommand(),
];
await runProgram(createProgram(commands), process.argv);
