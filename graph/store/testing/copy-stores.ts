/** Copies one store into another and tells its parent how far it is: `copy-stores.ts FROM TO`, configurations as JSON. */
import { copyStore } from '../copy.ts';
import { openStore } from '../open.ts';
import type { StoreConfig } from '../open.ts';

const [from, to] = process.argv.slice(2).map((text) => JSON.parse(text) as StoreConfig);
if (!from || !to) throw new Error('give two configurations of stores');
const [source, target] = [await openStore(from), await openStore(to)];
const report = await copyStore(source, target, { onProgress: ({ done }) => void process.send?.(done) });
console.log(JSON.stringify(report));
await source.close();
await target.close();
process.disconnect?.();
