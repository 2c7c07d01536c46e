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
  /**
   * Is the database at rest: no query running, no processor time used? A driver that runs queries as another one does leaves this
   * out, and they are not tested again.
   */
  readonly idle?: () => Promise<boolean>;
}

/** What every store does. Run by each driver's test on a real database. */
export function storeContract(name: string, driver: StoreUnderTest): void {
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
    describe('saving', () => saveContract(open));
    describe('reading', () => readContract(open));
    describe('who is who', () => decisionContract(open));
    describe('ties', () => tiesContract(open));
    describe('filters', () => filterContract(open));
    describe('imports', () => importContract(open));
    const { idle } = driver;
    if (idle) describe('queries', () => queryContract(open, idle));
  });
}
