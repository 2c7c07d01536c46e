import { describe, expect, it } from 'vitest';
import { noBrowser, openPage, suite } from './browser.ts';
import { details, row, useExplorer } from './explorer.ts';

const SCRIPT = '<script>window.broken = 1</script><img src=x onerror="window.broken = 2">';
const ARABIC = 'بيان وزارة الخارجية';
const EMOJI = '🕊️ Peace 🇨🇺';
const LONG = `Chairman ${'Long'.repeat(400)}`;

/** Longer than any name that a text is given by us, but not than what others' data holds. */
const ENDLESS = `Ministry ${'Endless'.repeat(1430)}`;
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

  it('can be names: of 10,000 letters, from right to left, of pictures', async () => {
    const rows = [
      ['source', 'sourceLabel', 'target', 'targetLabel', 'type'],
      [ENDLESS, 'Organization', 'Cuba', 'Country', 'AID'],
      [ARABIC, 'Organization', EMOJI, 'Issue', 'SUPPORT'],
    ];
    const answer = await fetch(`${explorer.server.url}/api/import`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ format: 'csv', dataset: 'others', content: rows.join('\n') }),
    });
    expect(answer.status, await answer.text()).toBe(200);
    const page = await explorer.visit('?view=table');
    const isWide = (): Promise<boolean> => page.evaluate('document.documentElement.scrollWidth > innerWidth');
    await row(page, ARABIC, EMOJI).waitFor();
    await row(page, 'MinistryEndless'.slice(0, 8)).first().waitFor();
    expect(await isWide()).toBe(false);
    await page.getByRole('textbox', { name: /Search/ }).fill('ministry endless');
    await page.getByRole('option', { name: /^Ministry Endless/ }).click();
    await details(page)
      .getByRole('heading', { name: /^Ministry Endless/ })
      .waitFor();
    await page.getByRole('link', { name: 'Graph' }).click();
    await page.getByRole('img', { name: /Graph of/ }).waitFor();
    expect(await isWide()).toBe(false);
    await page.goto(`${explorer.server.url}/?view=matrix&matrix.on=actors`);
    await page.getByRole('rowheader').first().waitFor();
    expect(await isWide()).toBe(false);
    await page.goto(`${explorer.server.url}/?view=analysis`);
    await page.getByRole('table', { name: 'Ranking of nodes' }).waitFor();
    expect(await isWide()).toBe(false);
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
