import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBuiltServer } from '../../test/built-server.ts';
import type { BuiltServer } from '../../test/built-server.ts';

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

function launch(data: string, port: string, { token = '', examples }: ServerOptions): Promise<BuiltServer> {
  const ours = { ENTENTE_DATA: data, ENTENTE_LOG: 'silent', ENTENTE_TOKEN: token, NEO4J_URI: '' };
  return startBuiltServer({ ...process.env, ...ours }, ['--port', port, ...(examples ? ['--examples'] : [])]);
}

export async function startPageServer(options: ServerOptions = {}): Promise<PageServer> {
  const { token } = options;
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'entente-page-'));
  let server = await launch(data, '0', options);
  return {
    get url() {
      return server.url;
    },
    async add(statement) {
      const response = await fetch(`${server.url}/api/statements`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        body: JSON.stringify(statement),
      });
      if (response.status !== 201) throw new Error(await response.text());
    },
    stop: async () => void (await server.end('SIGTERM')),
    async start() {
      server = await launch(data, new URL(server.url).port, options);
    },
    async remove() {
      await server.end('SIGTERM');
      if (!options.data) rmSync(data, { recursive: true, force: true });
    },
  };
}
