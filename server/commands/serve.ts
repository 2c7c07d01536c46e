import { Command, InvalidArgumentError } from 'commander';
import { note, print } from '../cli/io.ts';

interface Options {
  readonly port: number;
  readonly host: string;
  readonly examples?: true;
  readonly open?: true;
}

const HELP = `
Listens on this machine only. To let others in, set ENTENTE_TOKEN and give --host 0.0.0.0; the page asks for the token, and
other clients send it as "Authorization: Bearer <token>".

Environment: ENTENTE_TOKEN; ENTENTE_CORS_ORIGINS, other sites whose pages may use the API; ENTENTE_LOG, one of silent, error, warn, info (every request), debug.

Examples:
  $ entente serve --examples --open
  $ ENTENTE_TOKEN=$(openssl rand -hex 24) entente serve --host 0.0.0.0 --port 80`;

/** `entente serve`: the page and the API. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('serve the page and the HTTP API')
    .option('--port <n>', 'port to listen on; 0 takes a free one', port, 8080)
    .option('--host <name>', 'address to listen on', '127.0.0.1')
    .option('--examples', 'read the bundled examples when the store is empty')
    .option('--open', 'open the page in a browser')
    .addHelpText('after', HELP)
    .action(serve);
}

async function serve({ port, host, examples, open }: Options): Promise<void> {
  const { openOwnServedStore } = await import('../cli/open-store.ts');
  const { checkStart, startServer } = await import('../main.ts');
  const { ExtractorPool } = await import('../pool/extractor-pool.ts');
  const { PAGE_FOLDER } = await import('../package-info.ts');
  const { readOrigins } = await import('../cross-origin.ts');
  const { afterStart } = await import('../cli/after-start.ts');
  const token = process.env['ENTENTE_TOKEN'] || undefined;
  checkStart(host, token);
  const corsOrigins = readOrigins(process.env['ENTENTE_CORS_ORIGINS']);
  const store = await openOwnServedStore();
  const extractor = new ExtractorPool();
  const options = { store, extractor, host, port, token, corsOrigins, page: PAGE_FOLDER };
  const server = await startServer(options).catch(async (error) => {
    await store.close();
    throw error;
  });
  const cleanUp = await afterStart({ store, extractor, url: server.url, examples: examples === true }).catch(
    async (error: unknown) => {
      await server.close(0);
      throw error;
    },
  );
  await print(`Entente is at ${server.url}\n`);
  if (open) (await import('../cli/browser.ts')).openBrowser(server.url);
  onSignal(async () => {
    cleanUp();
    await server.close();
  });
}

/** Ends gracefully at the first signal, at once at the second. */
function onSignal(close: () => Promise<void>): void {
  let closing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (closing) process.exit(1);
      closing = true;
      note('shutting down');
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          note(`entente: ${String(error)}`);
          process.exit(1);
        },
      );
    });
  }
}

function port(given: string): number {
  const value = Number(given);
  if (!/^\d+$/.test(given) || value > 65_535) throw new InvalidArgumentError('give a number from 0 to 65535');
  return value;
}
