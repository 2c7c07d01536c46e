/**
 * The embedded store for an ingest of any length. Its database holds some 900 bytes of memory for each edge that it wrote,
 * a quarter of that once it is opened anew, and gives memory back only when its process ends. So it has a process of its
 * own here, which is begun anew whenever it has grown large; the ingest goes on meanwhile.
 */
import { GraphError } from '../errors.ts';
import type { IngestStore } from '../store.ts';
import { HeldProcess } from './held-process.ts';
import type { Args, Value } from './held-protocol.ts';

/** Bytes that the process may take, and how much it may grow by in any case after it has opened a store that large. */
const LIMITS = { most: 576 * 2 ** 20, growth: 192 * 2 ** 20 };

type Asked = Omit<IngestStore, 'close'>;

/** Opens the store in a folder, which is made when there is none. LOCKED, DAMAGED or UNAVAILABLE when that fails. */
export async function openRenewed(folder: string, limits = LIMITS): Promise<IngestStore> {
  const start = (): Promise<HeldProcess<Asked>> => HeldProcess.start<Asked>('ingest-worker', folder, ended);
  let holder = await start();
  let renewal: Promise<void> | undefined;

  const renew = async (): Promise<void> => {
    await holder.end();
    holder = await start();
    renewal = undefined;
  };
  const call =
    <K extends keyof Asked>(method: K) =>
    async (...args: Args<Asked, K>): Promise<Value<Asked, K>> => {
      while (renewal) await renewal;
      const value = await holder.ask(method, ...args);
      if (!renewal && holder.memory > Math.max(limits.most, holder.opened + limits.growth)) {
        renewal = renew();
        // Whoever calls next is told what went wrong.
        renewal.catch(() => undefined);
      }
      return value;
    };

  return {
    saveTexts: call('saveTexts'),
    deleteStatement: call('deleteStatement'),
    getStatement: call('getStatement'),
    statementIds: call('statementIds'),
    stats: call('stats'),
    close: async () => {
      await renewal?.catch(() => undefined);
      await holder.end();
    },
  };
}

const ended = (why: string | number | null): GraphError =>
  new GraphError(
    'INTERNAL',
    `the process that holds the graph ended (${why}); what it had saved is there: run the command again, and it goes on`,
  );
