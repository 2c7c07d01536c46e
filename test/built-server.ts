/** `entente serve` as it is built, in a process of its own. global-setup.ts builds it from the sources as they are. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../bin/entente.mjs', import.meta.url));

/** Characters of what it last said, to be told when it ends too early. */
const REMEMBERED = 4000;

export interface BuiltServer {
  readonly url: string;
  readonly pid: number;
  /** Ends it and waits; resolves to the exit code, or null when a signal ended it. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<number | null>;
}

/**
 * Resolves when the server has said where it is.
 * @param env all of its environment
 * @param args after `serve`; on a free port unless they name one
 */
export async function startBuiltServer(
  env: NodeJS.ProcessEnv,
  args: readonly string[] = [],
): Promise<BuiltServer> {
  const child = spawn(process.execPath, [CLI, 'serve', '--port', '0', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close') as Promise<[number | null]>;
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said = (said + chunk.toString()).slice(-REMEMBERED);
        const address = /Entente is at (http:\S+)/u.exec(said)?.[1];
        if (address) resolve(address);
      });
    void closed.then(([code]) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  const end: BuiltServer['end'] = async (signal) => {
    child.kill(signal);
    return (await closed)[0];
  };
  return { url, pid: child.pid ?? 0, end };
}
