/** A server in a process of its own, to be measured from outside; this file is also what that process runs. */
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openServedStore, storeConfigFromEnv } from '../graph/store/open.ts';
import { startServer } from '../server/main.ts';

export interface OwnServer {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** The limits of requests a minute are of one address, which all clients of a measurement share: they are lifted. */
const LIFTED = { requestsPerMinute: 1e9, queriesPerMinute: 1e9 };

/** Serves the store that `env` names (ENTENTE_DATA or NEO4J_URI, …) on a free port. */
export async function startOwnServer(env: NodeJS.ProcessEnv): Promise<OwnServer> {
  const child = fork(fileURLToPath(import.meta.url), {
    env: { ENTENTE_LOG: 'silent', ...process.env, ...env },
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (address) => resolve(String(address)));
    child.once('exit', (code) => reject(new Error(`the server did not start (${code})`)));
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return {
    url,
    pid: child.pid ?? 0,
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
}

/** Resident memory of a process in MB; 0 when it has just gone. */
export const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/u.exec(proc(`${pid}/status`))?.[1] ?? 0) / 1024;

/** The same of the processes that a process has started, together. */
export const memoryOfChildren = (pid: number): number =>
  proc(`${pid}/task/${pid}/children`)
    .trim()
    .split(' ')
    .filter(Boolean)
    .reduce((sum, child) => sum + memoryOf(Number(child)), 0);

function proc(file: string): string {
  try {
    return readFileSync(`/proc/${file}`, 'utf8');
  } catch {
    return '';
  }
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url)) {
  const store = await openServedStore(storeConfigFromEnv(process.env));
  const server = await startServer({ store, port: 0, limits: LIFTED });
  process.send(server.url);
  process.on('disconnect', () => void server.close(0));
}
