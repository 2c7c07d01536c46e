/**
 * What an export costs the server: `npx tsx scripts/stream.ts <folder> [formats]` serves the store of a folder (or of
 * NEO4J_URI), takes each format away, asks /health meanwhile, and prints times and memory.
 */
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { fileURLToPath } from 'node:url';
import { openStore, storeConfigFromEnv } from '../graph/store/open.ts';
import { startServer } from '../server/main.ts';

const MB = 2 ** 20;
const [folder = './million', formats = 'csv,jsonl,gexf,graphml'] = process.argv.slice(2);

if (process.send) {
  const store = await openStore(storeConfigFromEnv({ ENTENTE_DATA: folder, ...process.env }));
  const server = await startServer({ store, port: 0 });
  process.send(server.url);
  process.on('disconnect', () => void server.close(0));
} else await measure();

async function measure(): Promise<void> {
  const child = fork(fileURLToPath(import.meta.url), [folder], {
    env: { ...process.env, ENTENTE_LOG: 'warn' },
  });
  const url = await new Promise<string>((resolve) => child.once('message', (m) => resolve(String(m))));
  const memory = (): number => {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    return (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024) / MB;
  };
  console.log(`started: ${memory().toFixed(0)} MB`);
  // The embedded database keeps what was read once: that is the graph's memory, not the export's.
  await take(`${url}/api/export?format=jsonl`);
  const atRest = memory();
  console.log(`graph read once: ${atRest.toFixed(0)} MB`);
  for (const format of formats.split(',')) {
    let most = 0;
    let slowest = 0;
    let going = true;
    const watch = (async () => {
      while (going) {
        const began = performance.now();
        await take(`${url}/health`);
        slowest = Math.max(slowest, performance.now() - began);
        most = Math.max(most, memory());
        await new Promise((next) => setTimeout(next, 100));
      }
    })();
    const began = performance.now();
    const bytes = await take(`${url}/api/export?format=${format}`);
    going = false;
    await watch;
    const seconds = (performance.now() - began) / 1000;
    console.log(
      `${format.padEnd(10)} ${(bytes / MB).toFixed(0).padStart(6)} MB in ${seconds.toFixed(1)} s; most memory ${most.toFixed(0)} MB (${(most - atRest).toFixed(0)} above that); slowest /health ${slowest.toFixed(0)} ms`,
    );
  }
  // A client that leaves: the server must go quiet.
  const left = new AbortController();
  const { body } = await fetch(`${url}/api/export?format=jsonl`, { signal: left.signal });
  await body?.getReader().read();
  left.abort();
  const busy = await processorTime(child.pid ?? 0);
  console.log(`after the client left: ${busy.toFixed(0)} % of a processor from the 3rd to the 6th second`);
  child.disconnect();
}

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
