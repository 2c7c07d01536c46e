import type { Command } from 'commander';
import { backupCommand, restoreCommand } from './backup.ts';
import { classifyCommand } from './classify.ts';
import { copyCommand } from './copy.ts';
import { diffCommand } from './diff.ts';
import { evalCommand } from './eval.ts';
import { exportCommand } from './export.ts';
import { extractCommand } from './extract.ts';
import { importCommand } from './import.ts';
import { ingestCommand } from './ingest.ts';
import { mergesCommand } from './merges.ts';
import { queryCommand } from './query.ts';
import { queueCommand } from './queue.ts';
import { serveCommand } from './serve.ts';
import { statsCommand } from './stats.ts';
import { watchCommand } from './watch.ts';
import { workerCommand } from './worker.ts';

/** Every command, in the order of the help. A new one is a new file and a line here. */
export const COMMANDS: readonly (() => Command)[] = [
  ingestCommand,
  watchCommand,
  workerCommand,
  queueCommand,
  serveCommand,
  queryCommand,
  exportCommand,
  importCommand,
  mergesCommand,
  backupCommand,
  restoreCommand,
  copyCommand,
  diffCommand,
  statsCommand,
  extractCommand,
  classifyCommand,
  evalCommand,
];
