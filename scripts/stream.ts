/**
 * What an export costs the server: `npx tsx scripts/stream.ts <folder> [formats]` serves the store of a folder (or of
 * NEO4J_URI), takes each format away, asks /health meanwhile, and prints times and memory.
 */
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
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
    env: { ...process.env, ENTENTE_LOG: 'error' },
  });
  const url = await new Promise<string>((resolve) => child.once('message', (m) => resolve(String(m))));
  const memory = (): number => {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    return (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024) / MB;
  };
  console.log(`started: ${memory().toFixed(0)} MB`);
  // The embedded database keeps what was read once: that is the graph's memory, not the export's.
  for await (const chunk of (await fetch(`${url}/api/export?format=csv&what=dictionary`)).body ?? [])
    void chunk;
  const atRest = memory();
  console.log(`graph read once: ${atRest.toFixed(0)} MB`);
  for (const format of formats.split(',')) {
    let most = 0;
    let slowest = 0;
    let going = true;
    const watch = (async () => {
      while (going) {
        const began = performance.now();
        await (await fetch(`${url}/health`)).arrayBuffer();
        slowest = Math.max(slowest, performance.now() - began);
        most = Math.max(most, memory());
        await new Promise((next) => setTimeout(next, 100));
      }
    })();
    const began = performance.now();
    let bytes = 0;
    const { body } = await fetch(`${url}/api/export?format=${format}`);
    for await (const chunk of body ?? []) bytes += (chunk as Uint8Array).length;
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
