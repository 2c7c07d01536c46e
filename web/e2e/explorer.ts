import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { OpenPage, PageOptions } from './browser.ts';
import { launchBrowser, openPage } from './browser.ts';
import type { PageServer, ServerOptions } from './server.ts';
import { buildPage, startPageServer } from './server.ts';

type Statement = Readonly<Record<string, string | undefined>>;

/** What a suite of the page stands on: a server with a store of its own, and a browser. */
export interface Explorer {
  readonly server: PageServer;
  readonly browser: Browser;
  /** Opens a link (what follows the server's address, or a whole one) in a fresh browser. After the test it is closed. */
  visit(link?: string, options?: PageOptions): Promise<Page>;
}

/**
 * Sets up, for the suite that calls it, the built page, a real server that has read the statements, and a browser. A test
 * fails when any page that it visited threw an error or tried what the Content-Security-Policy forbids.
 */
export function useExplorer(statements: readonly Statement[] = [], options: ServerOptions = {}): Explorer {
  let server: PageServer | undefined;
  let browser: Browser | undefined;
  let opened: OpenPage[] = [];

  beforeAll(async () => {
    await buildPage();
    [server, browser] = await Promise.all([startPageServer(options), launchBrowser()]);
    for (const statement of statements) await server.add(statement);
  });
  afterEach(async () => {
    const pages = opened;
    opened = [];
    await Promise.all(pages.map(({ context }) => context.close()));
    expect(pages.flatMap(({ faults }) => faults)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  const started = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('Only tests and their hooks can use the explorer.');
    return part;
  };
  return {
    get server() {
      return started(server);
    },
    get browser() {
      return started(browser);
    },
    async visit(link = '', pageOptions = {}) {
      const open = await openPage(started(browser), new URL(link, started(server).url).href, pageOptions);
      opened.push(open);
      return open.page;
    },
  };
}

/** The panel beside the canvas: what is selected, and its evidence. */
export const details = (page: Page) => page.getByRole('complementary', { name: 'Details' });

/** The graph once it is drawn, with so many nodes. */
export const picture = (page: Page, nodes: number) =>
  page.getByRole('img', { name: new RegExp(`Graph of ${nodes} nodes? `) });

/** A row of a table by words that stand in it, such as two ends and their relation. */
export const row = (page: Page, ...words: readonly string[]) =>
  words.reduce((rows, word) => rows.filter({ hasText: word }), page.getByRole('row'));

/** What the address of the page says. */
export const address = (page: Page): URLSearchParams => new URL(page.url()).searchParams;
