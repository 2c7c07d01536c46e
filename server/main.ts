import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GraphStore } from '../graph/store/store.ts';
import { createApp } from './app.ts';
import { createCompute } from './compute/compute.ts';
import { HealthMonitor } from './health.ts';
import type { Limits } from './limits.ts';
import { createLog } from './log.ts';
import { ExtractorPool } from './pool/extractor-pool.ts';
import type { ExtractionService } from './pool/extractor-pool.ts';
import { createReading } from './reading/reading.ts';
import { isLoopback } from './security.ts';

export interface ServerOptions {
  readonly store: GraphStore;
  readonly extractor?: ExtractionService;
  readonly host?: string;
  /** 0 takes a free one. */
  readonly port?: number;
  readonly token?: string | undefined;
  readonly page?: string;
  readonly corsOrigins?: readonly string[];
  readonly limits?: Partial<Limits>;
}

export interface RunningServer {
  readonly url: string;
  /** Stops taking requests, lets those under way end (up to `graceMs`), then closes extractor and store. */
  readonly close: (graceMs?: number) => Promise<void>;
}

/** What stands in the way of starting, in words for the person who starts it. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/**
 * Starts the server. It owns `store` and `extractor` from here on: closing it closes them.
 * @throws StartError when the port is taken, or when a host other than loopback is asked for without a token.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { store, host = '127.0.0.1', port = 8080, token } = options;
  checkStart(host, token);
  const extractor = options.extractor ?? new ExtractorPool();
  const compute = createCompute();
  const reading = createReading();
  const health = new HealthMonitor(store);
  const log = createLog();
  const server = createServer(createApp({ ...options, extractor, compute, reading, health, log }));
  // Slow senders are cut off; the time-outs of queries and extractions are their own.
  server.headersTimeout = 15_000;
  server.requestTimeout = 60_000;
  await listen(server, port, host);
  void health.current();
  // What filters need is read before the first page asks; a failure shows in its own request, and in the health.
  store.facets({}).catch((error: unknown) => log.warn({ err: error }, 'the filters are not ready yet'));
  const close = async (graceMs = 10_000): Promise<void> => {
    health.close();
    await drain(server, graceMs);
    await compute.close();
    await reading.close();
    await extractor.close?.();
    await store.close();
  };
  return { url: urlOf(server, host), close };
}

/** @throws StartError when listening there would open the graph to everyone, or the token is too weak. */
export function checkStart(host: string, token: string | undefined): void {
  if (token !== undefined && token.length < 16) {
    throw new StartError(
      'ENTENTE_TOKEN is too short to keep anyone out: use at least 16 characters, for instance of `openssl rand -hex 24`',
    );
  }
  if (isLoopback(host) || token !== undefined) return;
  throw new StartError(
    `listening on ${host} would open the graph to the network: set ENTENTE_TOKEN (clients send it as Authorization: Bearer), or listen on 127.0.0.1`,
  );
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken =
        error.code === 'EADDRINUSE'
          ? `port ${port} is taken: give another with --port, or 0 for any free one`
          : undefined;
      reject(new StartError(taken ?? `cannot listen on ${host}:${port}: ${error.message}`));
    });
    server.listen(port, host, () => resolve());
  });
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

async function drain(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(cut);
}
