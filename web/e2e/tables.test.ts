import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, suite } from './browser.ts';
import { details, useExplorer } from './explorer.ts';

const STATEMENTS = [
  { title: 'One', date: '2023-12-04', text: 'Iran condemns Cuba. France supports Japan.' },
  { title: 'Two', date: '2024-05-01', text: 'Iran condemns Cuba.' },
];

describe.skipIf(noBrowser)(suite('tables'), () => {
  const explorer = useExplorer(STATEMENTS);
  /** The text of a column, row by row. */
  const column = async (page: Page, title: string): Promise<readonly string[]> => {
    const titles = await page.getByRole('columnheader').allInnerTexts();
    const rows = await page.getByRole('row').all();
    const cells = await Promise.all(rows.slice(1).map((row) => row.getByRole('cell').allInnerTexts()));
    return cells.map((row) => row[titles.findIndex((t) => t.trim() === title)] ?? '');
  };

  it('lists nodes, sorts them and keeps the order in the address', async () => {
    const page = await explorer.visit('?view=table');
    await page.getByRole('radiogroup', { name: 'Rows' }).getByText('Nodes').click();
    await page.getByRole('button', { name: 'Name' }).click();
    await page
      .getByRole('columnheader', { name: 'Name' })
      .and(page.locator('[aria-sort=ascending]'))
      .waitFor();
    expect(await column(page, 'Name')).toEqual(['Cuba', 'France', 'Iran', 'Japan']);
    await page.getByRole('button', { name: 'Edges' }).click();
    expect((await column(page, 'Edges')).slice(0, 2)).toEqual(['2', '2']);
    await page.reload();
    await page.getByRole('row', { name: /Iran/ }).waitFor();
    expect(await page.locator('[aria-sort=descending]').innerText()).toContain('Edges');
  });

  it('selects on the canvas what is clicked, and shows what was selected there', async () => {
    const page = await explorer.visit('?view=table&table.of=nodes');
    await page.getByRole('row', { name: /Japan/ }).getByRole('cell', { name: 'Country' }).click();
    await details(page).getByRole('heading', { name: 'Japan' }).waitFor();
    await page.getByRole('link', { name: 'Graph' }).click();
    await page.getByRole('img', { name: /Graph of/ }).waitFor();
    expect(page.url()).toContain('node=country:JPN');
    await page.keyboard.press('/');
    await page.keyboard.type('cub');
    await page.getByRole('option', { name: 'Cuba Country' }).click();
    await page.getByRole('link', { name: 'List' }).click();
    await page.locator('tr[aria-current=true]').filter({ hasText: 'Cuba' }).waitFor();
  });

  it('finds rows, chooses columns, copies and downloads what is left', async () => {
    const page = await explorer.visit('?view=table&table.of=edges');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByText('3 rows').waitFor();
    await page.getByRole('textbox', { name: 'Find in this table' }).fill('supports');
    await page.getByText('1 row', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Rule' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Confidence' }).click();
    await page.keyboard.press('Escape');
    expect(await column(page, 'Quote')).toEqual(['France supports Japan']);
    expect(await column(page, 'Rule')).toEqual(['support.v']);
    await page.getByRole('button', { name: 'Copy' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n')[1]?.split('\t')).toContain('France supports Japan');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('entente-edges.csv');
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    expect(lines[0]).toBe('From,Relation,To,Quote,Date,Says who,Rule');
    expect(lines).toHaveLength(2);
    await page.getByRole('textbox', { name: 'Find in this table' }).fill('nowhere');
    await page.getByText('No row has “nowhere”.', { exact: false }).waitFor();
  });
});
