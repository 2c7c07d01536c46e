/** A process that saves the statements of a crowd one by one and says each time that it did; crash.test.ts kills it. */
import { openStore } from '../open.ts';
import { crowd } from './builders.ts';

const [path = '', count = '0'] = process.argv.slice(2);
const store = await openStore({ kind: 'embedded', path });
for (const extraction of crowd(Number(count), 40, 20)) {
  await store.save([extraction]);
  process.send?.(extraction.statement.id);
}
await store.close();
