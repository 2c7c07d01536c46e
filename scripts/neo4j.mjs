#!/usr/bin/env node
// A real Neo4j for development and tests, without Docker: its jars come from Maven Central once, into a cache folder;
// each run gets a free port and a temporary home that is removed at the end.
import { pathToFileURL } from 'node:url';
import { realpathSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fetchJars } from './neo4j/jars.mjs';
import { startNeo4j } from './neo4j/server.mjs';

export { startNeo4j } from './neo4j/server.mjs';
export { whyNoNeo4j } from './neo4j/jars.mjs';

const HELP = `Usage: npm run neo4j [-- options]
Starts a Neo4j ${process.env.NEO4J_VERSION ?? '5.26.12'} on this machine and prints its address. Needs Java 17 or newer; the first run needs Maven and the network.

  --port N         listen on this port (default: a free one)
  --data DIR       keep the data in this folder (default: a temporary one, removed at the end)
  --password P     the password of the user neo4j (default: entente-dev)
  --no-auth        no password at all
  --fetch-only     only fetch the jars into the cache
  --help

The jars lie in ~/.cache/entente, or where ENTENTE_CACHE says. Stop it with Ctrl-C.`;

async function main() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      data: { type: 'string' },
      password: { type: 'string', default: 'entente-dev' },
      'no-auth': { type: 'boolean', default: false },
      'fetch-only': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const jars = await fetchJars({ log: console.error });
  if (values['fetch-only']) return console.log(jars);
  const auth = !values['no-auth'];
  const server = await startNeo4j({
    port: values.port === undefined ? undefined : Number(values.port),
    data: values.data,
    password: auth ? values.password : undefined,
    log: console.error,
  });
  console.log(`Neo4j answers at ${server.uri}`);
  console.log(
    `  NEO4J_URI=${server.uri}${auth ? ` NEO4J_USER=neo4j NEO4J_PASSWORD=${values.password}` : ''} npm start\nStop it with Ctrl-C.`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => void server.stop().then(() => process.exit(0)));
  const code = await server.exited;
  if (!server.stopping) {
    console.error(`Neo4j ended by itself (${code}).`);
    process.exit(1);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  main().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
