// Makes docs/screenshots anew from the bundled examples, all or those named: node --import tsx web/e2e/screenshots.ts [name …]
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { PageOptions } from './browser.ts';
import { setup as buildProgram } from '../../test/global-setup.ts';
import { launchBrowser, openPage } from './browser.ts';
import { buildPage, startPageServer } from './server.ts';
import { TWO_SPELLINGS } from './two-spellings.ts';

const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const PATHS = '?view=paths&paths.from=country:CUB&paths.to=country:IRN';
const SHOTS = [
  { name: 'explorer-light', search: '', ...DESKTOP },
  { name: 'explorer-dark', search: '?node=country:USA', colorScheme: 'dark', ...DESKTOP },
  { name: 'evidence', search: '?tie=ATTACKS~country:RUS~country:UKR', ...DESKTOP },
  { name: 'phone', search: '?node=country:IRN', ...PHONE },
  { name: 'table', search: '?view=table&table.of=edges&node=country:IRN', ...DESKTOP },
  { name: 'table-phone', search: '?view=table', ...PHONE },
  {
    name: 'matrix',
    search: '?view=matrix&matrix.on=actors&matrix.sort=clustered&pair=country:IRN~country:USA',
    ...DESKTOP,
  },
  { name: 'matrix-phone', search: '?view=matrix', ...PHONE },
  { name: 'paths', search: PATHS, ...DESKTOP },
  { name: 'paths-phone', search: PATHS, colorScheme: 'dark', ...PHONE },
  { name: 'changes', search: '?view=changes', ...DESKTOP },
  { name: 'changes-phone', search: '?view=changes', ...PHONE },
  { name: 'analysis', search: '?view=analysis&analysis.part=triads', ...DESKTOP },
  { name: 'analysis-phone', search: '?view=analysis', ...PHONE },
  { name: 'statements', search: '?view=statements', ...DESKTOP },
  { name: 'statements-phone', search: '?view=statements', colorScheme: 'dark', ...PHONE },
  { name: 'add', search: '?view=add', colorScheme: 'dark', ...DESKTOP },
  { name: 'add-phone', search: '?view=add', ...PHONE },
  { name: 'cypher', search: '?view=cypher', colorScheme: 'dark', ...DESKTOP },
  { name: 'cypher-phone', search: '?view=cypher', ...PHONE },
] as const;
/** These need two spellings of one name, and something that changed. */
const LATER = [
  { name: 'names', search: '?view=merges', ...DESKTOP },
  { name: 'names-phone', search: '?view=merges', ...PHONE },
  { name: 'versions', search: '?view=diff', colorScheme: 'dark', ...DESKTOP },
  { name: 'versions-phone', search: '?view=diff', ...PHONE },
] as const;

const wanted = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
buildProgram();
await buildPage();
const [server, browser] = await Promise.all([startPageServer({ examples: true }), launchBrowser()]);

type Shot = PageOptions & { readonly name: string; readonly search: string };

async function take(
  { name, search, ...options }: Shot,
  before?: (page: Page) => Promise<void>,
): Promise<void> {
  if (wanted.length > 0 && !wanted.includes(name)) return;
  const { page, context } = await openPage(browser, `${server.url}/${search}`, options);
  page.setDefaultTimeout(60_000);
  await page.waitForLoadState('networkidle');
  await page
    .getByLabel(/^(Loading|Updating)…$/)
    .first()
    .waitFor({ state: 'detached' });
  await before?.(page);
  // The layout and the camera come to rest.
  await page.waitForTimeout(8000);
  await page.screenshot({ path: `${folder}${name}.png` });
  await context.close();
}

for (const shot of SHOTS) await take(shot);
const earlier = Buffer.from(await (await fetch(`${server.url}/api/export?format=json`)).arrayBuffer());
for (const statement of TWO_SPELLINGS) await server.add(statement);
for (const shot of LATER) {
  await take(shot, async (page) => {
    if (!shot.search.includes('diff')) return;
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('group', { name: 'Before' }).getByRole('button', { name: 'A file…' }).click();
    const file = { name: 'last-week.json', mimeType: 'application/json', buffer: earlier };
    await (await choosing).setFiles(file);
    await page.getByText(/Added: /).waitFor();
  });
}
await browser.close();
await server.remove();
