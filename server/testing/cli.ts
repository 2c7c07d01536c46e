import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { startBuiltServer } from '../../test/built-server.ts';
import type { BuiltServer } from '../../test/built-server.ts';

/** The built program: test/global-setup.ts builds it from the sources as they are. */
const CLI = fileURLToPath(new URL('../../bin/entente.mjs', import.meta.url));

export type Environment = Readonly<Record<string, string>>;
export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Our environment without settings of our own: the tests must not touch a store that it names. */
const withoutOurs = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(ENTENTE|NEO4J)_/.test(name)));

function start(args: readonly string[], env: Environment, stdin: 'pipe' | 'ignore'): ChildProcess {
  return spawn(process.execPath, [CLI, ...args], {
    env: { ...withoutOurs(), ...env },
    stdio: [stdin, 'pipe', 'pipe'],
  });
}

/** Runs the command line to its end. */
export async function runCli(
  args: readonly string[],
  env: Environment = {},
  input?: string | Buffer,
): Promise<Outcome> {
  const child = start(args, env, input === undefined ? 'ignore' : 'pipe');
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  const [out, err] = [child.stdout, child.stderr].map((s) => (s ? text(s) : Promise.resolve('')));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out: (await out) ?? '', err: (await err) ?? '' };
}

/** Runs `entente serve` on a free port until it says where it is. */
export const serveCli = (env: Environment, args: readonly string[] = []): Promise<BuiltServer> =>
  startBuiltServer({ ...withoutOurs(), ENTENTE_LOG: 'error', ...env }, args);

/** Runs the command line and kills it with -9 after a time, unless it has ended by itself. */
export async function killedCli(args: readonly string[], env: Environment, ms: number): Promise<void> {
  const child = start(args, env, 'ignore');
  child.stdout?.resume();
  child.stderr?.resume();
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  await once(child, 'close');
  clearTimeout(timer);
}

/** A command that goes on until it is ended. */
export interface Running {
  /** Waits until its output holds something that it did not hold at the last call. */
  readonly says: (pattern: RegExp) => Promise<void>;
  readonly pid: number;
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<number | null>;
}

export function startCli(args: readonly string[], env: Environment): Running {
  const child = start(args, env, 'ignore');
  const closed = once(child, 'close') as Promise<[number | null]>;
  let said = '';
  let heard = (): void => undefined;
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      heard();
    });
  const says = (pattern: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      heard = () => {
        if (!pattern.test(said)) return;
        said = '';
        resolve();
      };
      heard();
      void closed.then(() => reject(new Error(`it ended and said: ${said}`)));
    });
  const end: Running['end'] = async (signal) => {
    child.kill(signal);
    return (await closed)[0];
  };
  return { says, pid: child.pid ?? 0, end };
}
