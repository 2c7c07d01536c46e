/**
 * What an export costs the server: `npx tsx scripts/stream.ts <folder> [formats]` serves the store of a folder (or of
 * NEO4J_URI) with the built server (`npm run build`), takes each format away, asks /health meanwhile, and prints times and memory:
 * of the server, and of the processes that hold an embedded database for it.
 */
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { startBuiltServer } from '../test/built-server.ts';
import { memoryOf, memoryOfChildren } from './own-server.ts';

const MB = 2 ** 20;
const [folder = './million', formats = 'csv,jsonl,gexf,graphml'] = process.argv.slice(2);

const server = await startBuiltServer({ ENTENTE_DATA: folder, ENTENTE_LOG: 'silent', ...process.env });
const { url, pid } = server;
const memory = (): number => memoryOf(pid);
const told = (own: number, database: number): string =>
  `${own.toFixed(0)} MB` + (database > 0 ? ` and ${database.toFixed(0)} MB of its database` : '');
console.log(`started: ${told(memory(), memoryOfChildren(pid))}`);
// The columns that filters need are read at the start.
await take(`${url}/api/facets`);
// The process of the database is begun anew when it has nothing to do.
await new Promise((next) => setTimeout(next, 5000));
console.log(`at rest: ${told(memory(), memoryOfChildren(pid))}`);
for (const format of formats.split(',')) {
  let [most, mostDatabase] = [0, 0];
  const health: number[] = [];
  let going = true;
  const watch = (async () => {
    while (going) {
      const began = performance.now();
      await take(`${url}/health`);
      health.push(performance.now() - began);
      most = Math.max(most, memory());
      mostDatabase = Math.max(mostDatabase, memoryOfChildren(pid));
      await new Promise((next) => setTimeout(next, 100));
    }
  })();
  const began = performance.now();
  const bytes = await take(`${url}/api/export?format=${format}`);
  going = false;
  await watch;
  health.sort((a, b) => a - b);
  const p95 = health[Math.floor(health.length * 0.95)] ?? 0;
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `${format.padEnd(10)} ${(bytes / MB).toFixed(0).padStart(6)} MB in ${seconds.toFixed(1)} s; most memory ${told(most, mostDatabase)}; /health p95 ${p95.toFixed(0)} ms, slowest ${(health.at(-1) ?? 0).toFixed(0)} ms`,
  );
}
// A client that leaves: the server must go quiet.
const left = new AbortController();
const { body } = await fetch(`${url}/api/export?format=jsonl`, { signal: left.signal });
await body?.getReader().read();
left.abort();
const busy = await processorTime(pid);
console.log(`after the client left: ${busy.toFixed(0)} % of a processor from the 3rd to the 6th second`);
await server.end('SIGTERM');

/** Bytes of an answer, each on a connection of its own: one that idles may be closed at the moment it is used again. */
function take(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get(address, { agent: false }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('error', reject);
      response.on('end', () =>
        response.statusCode === 200
          ? resolve(bytes)
          : reject(new Error(`${address}: ${response.statusCode}`)),
      );
    });
    request.on('error', reject);
  });
}

async function processorTime(pid: number): Promise<number> {
  const ticks = (): number => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return Number(fields[11]) + Number(fields[12]);
  };
  await new Promise((next) => setTimeout(next, 3000));
  const before = ticks();
  await new Promise((next) => setTimeout(next, 3000));
  return (ticks() - before) / 3;
}
