import { Piscina } from 'piscina';
import { Rejection } from '../../ingest/rejection.ts';
import type { FileContent } from '../contract.ts';
import { ApiError } from '../errors.ts';

/** Reads the statements out of files that people send, in any format of ingest/read. Rejects with a Rejection or an ApiError. */
export interface FileReading {
  readonly read: (name: string, bytes: Uint8Array) => Promise<FileContent>;
  readonly close: () => Promise<void>;
}

// From source the worker is started through tsx, built it is JavaScript beside this file.
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './read-worker.dev.mjs' : './read-worker.js',
  import.meta.url,
);
const PATIENCE_MS = 45_000;
const MOST_WAITING = 20;
const MOST_MEGABYTES = 1024;
const ELSE = 'read it with the command line: entente ingest FILE';

/** In a thread, so that a file that takes too long or too much memory is given up and holds up nobody else. */
export function createReading({ patienceMs = PATIENCE_MS } = {}): FileReading {
  const pool = new Piscina({
    filename: WORKER.href,
    minThreads: 0,
    maxThreads: 1,
    maxQueue: MOST_WAITING,
    idleTimeout: 30_000,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  return {
    async read(name, bytes) {
      if (pool.queueSize >= MOST_WAITING)
        throw new ApiError('BUSY', 'too many files at once; try again in a moment');
      const late = AbortSignal.timeout(patienceMs);
      try {
        return (await pool.run({ name, bytes }, { name: 'read', signal: late })) as FileContent;
      } catch (error) {
        if (late.aborted)
          throw new Rejection('LIMIT', `it took more than ${patienceMs / 1000} s to read; ${ELSE}`);
        if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY')
          throw new Rejection('LIMIT', `it takes more than ${MOST_MEGABYTES} MB to read; ${ELSE}`);
        throw error;
      }
    },
    close: () => pool.destroy(),
  };
}
