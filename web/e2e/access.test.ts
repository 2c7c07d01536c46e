import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { noBrowser, suite } from './browser.ts';
import { useExplorer } from './explorer.ts';

const STATEMENTS = [
  {
    title: 'One',
    date: '2022-03-01',
    text: 'Iran condemns Cuba. France supports Cuba. Iran supports France.',
  },
  { title: 'Two', date: '2023-12-04', text: 'Japan condemns Cuba over its sanctions. France supports Cuba.' },
];
const PHONE = { width: 390, height: 844 };

/** Each view by its link, and what is there once it has loaded. */
const VIEWS = [
  ['', 'img', /Graph of/],
  ['?graph.layout=time', 'img', /Graph of/],
  ['?labels=Place', 'heading', 'Nothing passes these filters'],
  ['?node=country:IRN', 'heading', 'Iran'],
  ['?tie=CONDEMNS~country:IRN~country:CUB', 'article', /Iran condemns Cuba/],
  ['?view=table', 'button', /Open 1 piece/],
  ['?view=table&table.of=edges&node=country:IRN', 'heading', 'Iran'],
  ['?view=matrix&pair=country:IRN~country:CUB', 'article', /Iran condemns Cuba/],
  ['?view=paths', 'heading', /Choose two/],
  ['?view=paths&paths.from=country:IRN&paths.to=country:FRA', 'article', 'Path 1'],
  ['?view=changes', 'group', 'After'],
  ['?view=analysis', 'table', 'Ranking of nodes'],
  ['?view=analysis&analysis.part=communities', 'region', 'Community 1'],
  ['?view=analysis&analysis.part=triads', 'region', 'Balanced'],
  ['?view=analysis&analysis.part=blocs', 'region', 'Bloc 1'],
  ['?view=statements', 'button', /One/],
  ['?view=add', 'button', 'Preview'],
  ['?view=merges', 'heading', 'Nothing to decide'],
  ['?view=merges&merges.part=decided', 'heading', 'Nothing is decided yet'],
  ['?view=diff', 'heading', 'Choose two to compare'],
  ['?view=cypher', 'textbox', 'Cypher query'],
] as const;

/** What opens over the page. */
const OPENING: readonly ((page: Page) => Promise<void>)[] = [
  async (page) => {
    await page.getByRole('banner').getByRole('button', { name: 'Add a statement' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Read and add' }).click();
    await page.getByText('Paste the text of the statement first.').waitFor();
  },
  async (page) => {
    await page.getByRole('textbox', { name: /Search/ }).fill('ira');
    await page.getByRole('option', { name: /^Iran/ }).first().waitFor();
  },
  async (page) => {
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByLabel('Name of this view').waitFor();
  },
  async (page) => {
    await page.getByRole('button', { name: 'Take away' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'GEXF' }).waitFor();
  },
  async (page) => {
    await page.getByRole('button', { name: 'Layout and size' }).click();
    await page.getByRole('menuitemradio', { name: 'Circle' }).waitFor();
  },
  async (page) => {
    await page.keyboard.press('Shift+?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
  },
];

describe.skipIf(noBrowser)(suite('axe, in light and dark'), () => {
  const explorer = useExplorer(STATEMENTS);

  it.each(VIEWS)('%s, which fits a phone', async (search, role, name) => {
    const page = await explorer.visit(search);
    const ready = page.getByRole(role, { name }).first();
    await ready.waitFor();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize(PHONE);
    await ready.waitFor();
    // The colours are those of the wide page.
    expect(await violations(page, ['light'])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  });

  it('what opens over the graph', async () => {
    const page = await explorer.visit();
    for (const open of OPENING) {
      await page.getByRole('img', { name: /Graph of/ }).waitFor();
      await open(page);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });

  it('filters on a phone', async () => {
    const page = await explorer.visit('', PHONE);
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('dialog', { name: 'Filters' }).getByRole('checkbox', { name: 'Supports' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
