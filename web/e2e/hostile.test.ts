import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, noBrowser, openPage, suite } from './browser.ts';
import type { PageServer } from './server.ts';
import { buildPage, startPageServer } from './server.ts';

const SCRIPT = '<script>window.broken = 1</script><img src=x onerror="window.broken = 2">';
const ARABIC = 'بيان وزارة الخارجية';
const EMOJI = '🕊️ Peace 🇨🇺';
const LONG = `Chairman ${'Long'.repeat(400)}`;

const STATEMENTS = [
  { title: SCRIPT, date: '2023-01-01', source: SCRIPT, text: `${SCRIPT} Iran condemns Cuba. ${SCRIPT}` },
  { title: ARABIC, date: '2023-01-02', source: ARABIC, text: `${ARABIC}. Iran condemns Cuba. ${EMOJI}` },
  {
    title: LONG,
    date: '2023-01-03',
    source: 'x'.repeat(1900),
    text: `${'word '.repeat(2000)}. Iran condemns Cuba.`,
  },
];

describe.skipIf(noBrowser)(suite('hostile texts'), { timeout: 40_000 }, () => {
  let server: PageServer;
  let browser: Browser;
  beforeAll(async () => {
    await buildPage();
    [server, browser] = await Promise.all([startPageServer(), launchBrowser()]);
    for (const statement of STATEMENTS) await server.add(statement);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  it('are shown as they are: nothing in them runs, nothing breaks the page', async () => {
    const { page, context, faults } = await openPage(
      browser,
      `${server.url}/?tie=CONDEMNS~country:IRN~country:CUB`,
    );
    const details = page.getByRole('complementary', { name: 'Details' });
    await details.getByText('3 pieces of evidence').waitFor();
    await details.getByText(SCRIPT, { exact: true }).first().waitFor();
    await details.getByText(ARABIC, { exact: true }).first().waitFor();
    await details.getByText(EMOJI, { exact: false }).first().waitFor();
    const filters = page.getByRole('navigation', { name: 'Filters' });
    await filters.getByText('Publishers', { exact: true }).click();
    await filters.getByRole('checkbox', { name: ARABIC }).waitFor();
    await page.getByRole('textbox', { name: /Search/ }).fill('"><script>alert(1)</script> العربية');
    await page.waitForTimeout(600);
    expect(await page.evaluate('window.broken')).toBeUndefined();
    // Nothing is wider than the page, however long a name is.
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    expect(await page.evaluate('document.querySelectorAll("img[src=x]").length')).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('cannot be run even where they were put into the page as markup', async () => {
    const { page, context } = await openPage(browser, server.url);
    const policy = (await (await fetch(server.url)).headers.get('content-security-policy')) ?? '';
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    await page.evaluate((markup) => {
      document.body.insertAdjacentHTML('beforeend', markup);
    }, '<img src="/none.png" onerror="window.broken = 3">');
    await page.waitForTimeout(500);
    expect(await page.evaluate('window.broken')).toBeUndefined();
    await context.close();
  });

  it('in the address are harmless, too', async () => {
    const bad = encodeURIComponent(SCRIPT);
    const search = `?view=table&node=${bad}&with=${bad}&sources=${bad}&words=${bad}&graph.camera=NaN,1,&graph.pins=${bad}@1,2&around=${bad}~9`;
    const { page, context, faults } = await openPage(browser, `${server.url}/${search}`);
    await page.getByRole('main').waitFor();
    await page.getByText('This is no longer in the graph. It may have been removed.').waitFor();
    expect(await page.evaluate('window.broken')).toBeUndefined();
    expect(faults).toEqual([]);
    await context.close();
  });
});
