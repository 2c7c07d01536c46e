import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join(root, 'dist/web/index.html');

/** Builds the page when it is missing or older than its sources. */
export async function buildPage(): Promise<void> {
  const files = await readdir(join(root, 'web'), { recursive: true, withFileTypes: true });
  const changed = files
    .filter((file) => file.isFile() && !file.parentPath.includes('e2e') && !file.name.includes('.test.'))
    .map((file) => statSync(join(file.parentPath, file.name)).mtimeMs);
  if (existsSync(built) && statSync(built).mtimeMs >= Math.max(...changed)) return;
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], {
    cwd: root,
    stdio: 'inherit',
    // Not vitest's own `test`, which builds a page for development.
    env: { ...process.env, NODE_ENV: 'production' },
  });
}

/** A real server on a real, empty store of its own. */
export interface PageServer {
  readonly url: string;
  /** Reads a statement in, as any client would. */
  add(statement: Readonly<Record<string, string | undefined>>): Promise<void>;
  /** Ends the process; `start` again keeps port and data. */
  stop(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

export interface ServerOptions {
  readonly token?: string;
  /** Begin with the bundled examples. */
  readonly examples?: boolean;
  /** The folder of its store, which is kept; without it, a new one that goes with the server. */
  readonly data?: string;
}

function launch(
  data: string,
  port: string,
  { token, examples }: ServerOptions,
): Promise<[ChildProcess, string]> {
  const args = ['bin/entente.mjs', 'serve', '--port', port, ...(examples ? ['--examples'] : [])];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: {
      ...process.env,
      ENTENTE_DATA: data,
      ENTENTE_LOG: 'silent',
      ENTENTE_TOKEN: token ?? '',
      NEO4J_URI: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const url = /Entente is at (http:\S+)/.exec(said)?.[1];
      if (url) resolve([child, url]);
    });
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

export async function startPageServer(options: ServerOptions = {}): Promise<PageServer> {
  const { token } = options;
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'entente-page-'));
  let [child, url] = await launch(data, '0', options);
  return {
    get url() {
      return url;
    },
    async add(statement) {
      const response = await fetch(`${url}/api/statements`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        body: JSON.stringify(statement),
      });
      if (response.status !== 201) throw new Error(await response.text());
    },
    stop: () => end(child),
    async start() {
      [child, url] = await launch(data, new URL(url).port, options);
    },
    async remove() {
      await end(child);
      if (!options.data) rmSync(data, { recursive: true, force: true });
    },
  };
}
