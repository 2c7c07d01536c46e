import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { noBrowser, suite } from './browser.ts';
import { row, useExplorer } from './explorer.ts';

const STATEMENTS = [
  {
    title: 'One',
    date: '2022-03-01',
    source: 'Ministry, Press Office',
    text: 'Iran condemns Cuba. France supports Japan.',
  },
  {
    title: 'Two',
    date: '2024-05-01',
    source: 'The Gazette',
    text: 'Iran condemns Cuba. Japan supports Chad.',
  },
];

describe.skipIf(noBrowser)(suite('filters'), () => {
  const explorer = useExplorer(STATEMENTS);

  it('tell what a country would show before it is chosen, and show it', async () => {
    const page = await explorer.visit('?view=table');
    const filters = page.getByRole('navigation', { name: 'Filters' });
    await filters.getByText('Countries', { exact: true }).last().click();
    const france = filters.locator('details').getByRole('checkbox', { name: 'France' });
    await france.waitFor();
    await france.click();
    await row(page, 'Iran', 'condemns').waitFor({ state: 'detached' });
    await row(page, 'France', 'supports', 'Japan').waitFor();
    await page.getByText(/All 1 edge shown/).waitFor();
    expect(new URL(page.url()).searchParams.getAll('countries')).toEqual(['FRA']);
    // What Japan would show stays told.
    await filters.locator('details').getByRole('checkbox', { name: 'Japan' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('take words of quotes, the least evidence, a publisher with a comma; and are cleared at once', async () => {
    const page = await explorer.visit('?view=table');
    const filters = page.getByRole('navigation', { name: 'Filters' });
    await filters.getByLabel('Words in quotes').fill('condem');
    await page.keyboard.press('Enter');
    await row(page, 'France').waitFor({ state: 'detached' });
    await filters.getByLabel('Evidence of a tie').selectOption({ label: 'At least 2 (2 edges)' });
    await row(page, 'Iran', 'condemns', 'Cuba').waitFor();
    await filters.getByText('Publishers', { exact: true }).click();
    await filters.getByRole('checkbox', { name: 'Ministry, Press Office' }).click();
    // One of the two pieces of evidence is left: too few.
    await page.getByRole('heading', { name: 'Nothing passes these filters' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Nothing passes these filters' }).waitFor();
    await page.goBack();
    await row(page, 'Iran', 'condemns', 'Cuba').waitFor();
    await filters.getByRole('button', { name: 'Clear all' }).click();
    await row(page, 'Japan', 'Chad').waitFor();
    expect(new URL(page.url()).search).toBe('?view=table');
  });

  it('are asked of the server before the page draws what it knows itself', async () => {
    const page = await explorer.visit('');
    const canvas = page.getByRole('img', { name: /^Graph of/ });
    await canvas.waitFor();
    const before = await canvas.getAttribute('aria-label');
    await page.evaluate(() => {
      const send = globalThis.fetch;
      globalThis.fetch = (...given) => {
        if (String(given[0]).startsWith('/api/graph'))
          document.title =
            document.querySelector('[aria-label^="Graph of"]')?.getAttribute('aria-label') ?? '';
        return send(...given);
      };
    });
    await page.getByRole('checkbox', { name: 'Supports', exact: true }).click();
    await page.getByText(/All 2 edges shown/).waitFor();
    expect(await page.title()).toBe(before);
    expect(await canvas.getAttribute('aria-label')).not.toBe(before);
  });

  it('keep a view under a name', async () => {
    const page = await explorer.visit('?view=table&sign=conflict');
    await row(page, 'Iran', 'condemns').waitFor();
    expect(await row(page, 'France').count()).toBe(0);
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByLabel('Name of this view').fill('Conflict only');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.goto(`${explorer.server.url}/?view=table`);
    await row(page, 'France').waitFor();
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByRole('button', { name: 'Conflict only', exact: true }).click();
    await row(page, 'France').waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toContain('sign=conflict');
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByRole('button', { name: 'Delete the view Conflict only' }).click();
    await page.getByText('None yet.', { exact: false }).waitFor();
  });
});
