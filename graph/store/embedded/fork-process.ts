import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What a process of ours sees of our environment: no passwords, no tokens. */
const SEEN = ['PATH', 'SystemRoot', 'TMPDIR', 'TEMP'];

/**
 * Starts a file of this folder as a process of its own.
 * @param name without an ending: the source is TypeScript, the built program JavaScript
 * @param args what it finds in `process.argv` from the third on
 */
export function forkProcess(
  name: string,
  args: readonly string[] = [],
  options: { readonly env?: Readonly<Record<string, string>>; readonly stderr?: 'inherit' } = {},
): ChildProcess {
  const source = import.meta.url.endsWith('.ts');
  const file = new URL(source ? `./${name}.ts` : `./${name}.js`, import.meta.url);
  // Run from source (tests, development), the process needs what this one reads TypeScript with.
  const execArgv = source
    ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href]
    : [];
  const seen = Object.fromEntries(SEEN.flatMap((k) => (process.env[k] ? [[k, process.env[k]]] : [])));
  const child = fork(fileURLToPath(file), args, {
    execArgv,
    env: { ...seen, ...options.env },
    // JSON in JSON would be escaped on the way.
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', options.stderr ?? 'ignore', 'ipc'],
  });
  // Whoever asks it something hears that it is gone from its exit, and from what cannot be sent.
  child.on('error', () => undefined);
  return child;
}
