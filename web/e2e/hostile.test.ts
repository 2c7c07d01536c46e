import { describe, expect, it } from 'vitest';
import { noBrowser, openPage, suite } from './browser.ts';
import { details, useExplorer } from './explorer.ts';

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
  const explorer = useExplorer(STATEMENTS);

  it('are shown as they are: nothing in them runs, nothing breaks the page', async () => {
    const page = await explorer.visit('?tie=CONDEMNS~country:IRN~country:CUB');
    const panel = details(page);
    await panel.getByText('3 pieces of evidence').waitFor();
    await panel.getByText(SCRIPT, { exact: true }).first().waitFor();
    await panel.getByText(ARABIC, { exact: true }).first().waitFor();
    await panel.getByText(EMOJI, { exact: false }).first().waitFor();
    const filters = page.getByRole('navigation', { name: 'Filters' });
    await filters.getByText('Publishers', { exact: true }).click();
    await filters.getByRole('checkbox', { name: ARABIC }).waitFor();
    await page.getByRole('textbox', { name: /Search/ }).fill('"><script>alert(1)</script> العربية');
    await page.getByText(/^Nothing is called “"><script>/).waitFor();
    expect(await page.evaluate('window.broken')).toBeUndefined();
    // Nothing is wider than the page, however long a name is.
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    expect(await page.evaluate('document.querySelectorAll("img[src=x]").length')).toBe(0);
  });

  it('cannot be run even where they were put into the page as markup', async () => {
    // Not by `visit`: what the policy refuses here is no fault.
    const { page, context, faults } = await openPage(explorer.browser, explorer.server.url);
    const policy = (await fetch(explorer.server.url)).headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    await page.evaluate((markup) => {
      document.body.insertAdjacentHTML('beforeend', markup);
    }, '<img src="/none.png" onerror="window.broken = 3">');
    await expect.poll(() => faults.join()).toContain('script-src');
    expect(await page.evaluate('window.broken')).toBeUndefined();
    await context.close();
  });

  it('in the address are harmless, too', async () => {
    const bad = encodeURIComponent(SCRIPT);
    const search = `?view=table&node=${bad}&with=${bad}&sources=${bad}&words=${bad}&graph.camera=NaN,1,&graph.pins=${bad}@1,2&around=${bad}~9`;
    const page = await explorer.visit(search);
    await page.getByRole('main').waitFor();
    await page.getByText('This is no longer in the graph. It may have been removed.').waitFor();
    expect(await page.evaluate('window.broken')).toBeUndefined();
  });
});
