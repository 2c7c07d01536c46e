import { afterEach, describe } from 'vitest';
import type { GraphStore } from './store.ts';
import { decisionContract } from './testing/decision.contract.ts';
import { filterContract } from './testing/filter.contract.ts';
import { importContract } from './testing/import.contract.ts';
import { queryContract } from './testing/query.contract.ts';
import { readContract } from './testing/read.contract.ts';
import { saveContract } from './testing/save.contract.ts';
import { tiesContract } from './testing/ties.contract.ts';

/** What a driver's test gives to the suite. */
export interface StoreUnderTest {
  /** A new, empty store. */
  open(): Promise<GraphStore>;
  /** Is the database at rest: no query running, no processor time used? */
  idle(): Promise<boolean>;
}

type Open = StoreUnderTest['open'];

/** What every store does, by part. */
const PARTS = {
  saving: saveContract,
  reading: readContract,
  'who is who': decisionContract,
  ties: tiesContract,
  filters: filterContract,
  imports: importContract,
  queries: (open: Open, { idle }: StoreUnderTest) => queryContract(open, idle),
} satisfies Record<string, (open: Open, driver: StoreUnderTest) => void>;
type Part = keyof typeof PARTS;

/**
 * Run by each driver's test on a real database.
 * @param parts those in which the driver differs from one that is tested whole
 */
export function storeContract(
  name: string,
  driver: StoreUnderTest,
  parts = Object.keys(PARTS) as readonly Part[],
): void {
  describe(`store contract: ${name}`, () => {
    const opened: GraphStore[] = [];
    const open = async (): Promise<GraphStore> => {
      const store = await driver.open();
      opened.push(store);
      return store;
    };
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
    });
    for (const part of parts) describe(part, () => PARTS[part](open, driver));
  });
}
