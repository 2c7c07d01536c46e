/** A thread that extracts one statement after another with the rules. */
import { parentPort } from 'node:worker_threads';
import { Rejection, createExtractor } from '../../ingest/index.ts';
import type { Job, JobResult, Ready } from './protocol.ts';

const extractor = createExtractor();

function run({ statement }: Job): JobResult {
  try {
    return { ok: true, json: JSON.stringify(extractor.extract(statement)) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, message, ...(error instanceof Rejection ? { rejection: error.code } : {}) };
  }
}

parentPort?.on('message', (job: Job) => parentPort?.postMessage(run(job)));
parentPort?.postMessage({ ready: true } satisfies Ready);
