/**
 * How fast the page answers with much in the store: `npm run bench:page [folder]`. The folder holds the store to look at;
 * without it, 20,000 nodes and 60,000 edges are made up (npm run generate), which takes half a minute. Times are from the
 * key or the click to the next picture with the answer in it, in milliseconds; beside them the longest task on the main
 * thread of the page in that time, of which none may be longer than 200.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { setup as buildProgram } from '../../test/global-setup.ts';
import { launchBrowser, openPage } from './browser.ts';
import { buildPage, startPageServer } from './server.ts';

const SEARCHES = ['a', 'e', 'an', 'pa', 'iran', 'condemn'];
const FILTERS = ['Condemns', 'Supports', 'Countries', 'Met with'];
/** By what they ask for. */
const VIEWS = [
  ['List', []],
  ['Matrix', ['/api/matrix']],
  ['Analysis', ['/api/analysis']],
  ['Changes', ['/api/compare']],
  ['Texts', ['/api/statements']],
  ['Graph', []],
] as const;

/** What the page notes by itself, from its beginning. */
interface Notes {
  /** Each task of more than 50 ms: when it began, and how long it took. */
  readonly tasks: [number, number][];
  /** When somebody last pressed a key or clicked. */
  last: number;
}
declare const notes: Notes;

/** Runs in the page before its own scripts. */
function takeNotes(): void {
  const own: Notes = { tasks: [], last: 0 };
  Object.assign(globalThis, { notes: own });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) own.tasks.push([startTime, duration]);
  }).observe({ type: 'longtask', buffered: true });
  for (const event of ['keydown', 'click'] as const)
    addEventListener(event, () => (own.last = performance.now()), { capture: true });
}

/** What is awaited: answers to requests whose address has all of these words, and an element that the selector finds. */
interface Awaited {
  readonly requests: readonly string[];
  readonly selector: string;
}

/** Milliseconds. */
interface Measured {
  /** From what was done last to the first picture with the answers. */
  readonly time: number;
  /** Of that, until the last answer had come from the server. */
  readonly server: number;
  readonly longestTask: number;
}

/** Runs in the page. */
async function answered({ requests, selector }: Awaited): Promise<Measured> {
  const answers = (): (PerformanceEntry | undefined)[] => {
    const done = performance.getEntriesByType('resource').filter((entry) => entry.startTime >= notes.last);
    return requests.map((part) => done.find(({ name }) => decodeURIComponent(name).includes(part)));
  };
  const isThere = (): boolean => !answers().includes(undefined) && document.querySelector(selector) !== null;
  const picture = (): Promise<number> => new Promise((next) => requestAnimationFrame(next));
  while (!isThere()) {
    if (performance.now() - notes.last > 20_000)
      throw new Error(`no answer in 20 s: ${requests.join(', ')} ${selector}`);
    await picture();
  }
  // The answer came before this frame; the canvas draws it in the next.
  await picture();
  await new Promise((drawn) => setTimeout(drawn));
  const time = performance.now() - notes.last;
  const ends = answers().map((entry) => (entry ? entry.startTime + entry.duration : 0) - notes.last);
  // What follows, such as the layout, may hold the page up as well.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const after = notes.tasks.filter(([start, length]) => start + length >= notes.last);
  const longestTask = Math.max(0, ...after.map(([, length]) => length));
  return { time, server: Math.max(0, ...ends), longestTask };
}

const say = (what: string, { time, server, longestTask }: Measured, limit: number | undefined): void => {
  const bad = (limit !== undefined && time > limit) || longestTask > 200;
  const columns = [what.padEnd(24), ...[time, server, longestTask].map((ms) => ms.toFixed(0).padStart(6))];
  console.log(columns.join(' ') + (bad ? '  over the limit' : ''));
};

async function search(page: Page): Promise<void> {
  const box = page.getByRole('textbox', { name: /Search/ });
  for (const text of SEARCHES) {
    await box.fill('');
    await box.focus();
    await page.keyboard.type(text);
    const requests = [`/api/search?q=${text}`, `/api/quotes?q=${text}`];
    const time = await page.evaluate(answered, {
      requests,
      selector: '[role=option], .mantine-Combobox-empty',
    });
    say(`search “${text}”`, time, 200);
  }
  await box.fill('');
  await page.keyboard.press('Escape');
}

async function filter(page: Page): Promise<void> {
  const filters = page.getByRole('navigation', { name: 'Filters' });
  const awaited = { requests: ['/api/graph?'], selector: '[role=img][aria-label^="Graph of"]' };
  for (const name of FILTERS) {
    await filters.getByRole('checkbox', { name, exact: true }).click();
    say(`without ${name}`, await page.evaluate(answered, awaited), 300);
  }
  await filters.getByRole('button', { name: 'Clear all' }).click();
  // The answer is kept: nothing is asked.
  say('all again', await page.evaluate(answered, { ...awaited, requests: [] }), 300);
}

async function views(page: Page): Promise<void> {
  for (const [name, requests] of VIEWS) {
    await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name }).click();
    const selector = `main[aria-label="${name}"] :is(table, article, li, [role=img]):not(:has([role=status]))`;
    say(`view ${name}`, await page.evaluate(answered, { requests, selector }), undefined);
  }
}

const given = process.argv[2];
const data = given ?? mkdtempSync(join(tmpdir(), 'entente-bench-'));
if (given === undefined) {
  const generate = fileURLToPath(new URL('../../scripts/generate.ts', import.meta.url));
  const env = { ...process.env, ENTENTE_DATA: data, NEO4J_URI: '' };
  execFileSync(process.execPath, ['--import', 'tsx', generate], { env, stdio: 'inherit' });
}
buildProgram();
await buildPage();
const [server, browser] = await Promise.all([startPageServer({ data }), launchBrowser()]);
// A server that has been up for a moment has read the columns that it counts in.
await (await fetch(`${server.url}/api/facets`)).text();
try {
  const { page, context } = await openPage(browser, 'about:blank');
  page.setDefaultTimeout(60_000);
  // tsx marks functions by a helper that the page does not know.
  await context.addInitScript('globalThis.__name = (marked) => marked');
  await context.addInitScript(takeNotes);
  console.log(`${'what'.padEnd(24)}   time server longest task`);
  await page.goto(server.url);
  const picture = '[role=img][aria-label^="Graph of"]';
  say('open', await page.evaluate(answered, { requests: [], selector: picture }), undefined);
  console.log(
    await page
      .getByText(/edges shown/)
      .first()
      .innerText(),
  );
  await search(page);
  await filter(page);
  await views(page);
} finally {
  await browser.close();
  await server.remove();
}
if (given === undefined) rmSync(data, { recursive: true, force: true });
