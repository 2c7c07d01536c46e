import { describe, expect, it } from 'vitest';
import { noBrowser, suite } from './browser.ts';
import { details, row, useExplorer } from './explorer.ts';

const STATEMENTS = [
  {
    title: 'On the talks in Havana',
    date: '2023-12-04',
    source: 'Ministry of Foreign Affairs',
    text: 'The delegations arrived in the morning. Iran condemns Cuba. France supports Japan. They left the next day.',
  },
  { title: 'A later note', date: '2024-05-01', text: 'Nothing had changed. Iran condemns Cuba.' },
];

describe.skipIf(noBrowser)(suite('explorer page'), () => {
  const explorer = useExplorer(STATEMENTS);

  it('draws the graph and says how much of it is shown', async () => {
    const page = await explorer.visit();
    await page.getByRole('img', { name: /Graph of \d+ nodes and \d+ ties/ }).waitFor();
    await page.getByText(/All \d+ edges shown/).waitFor();
  });

  it('goes from one view to another, which keep their addresses', async () => {
    const page = await explorer.visit('?relations=SUPPORTS');
    const views = page.getByRole('navigation', { name: 'Views' });
    await page.getByRole('main', { name: 'Graph' }).waitFor();
    await views.getByRole('link', { name: 'List' }).click();
    await row(page, 'France', 'supports').waitFor();
    expect(new URL(page.url()).search).toBe('?view=table&relations=SUPPORTS');
    expect(await views.getByRole('link', { name: 'List' }).getAttribute('aria-current')).toBe('page');
    await page.goBack();
    await page.getByRole('img', { name: /Graph of/ }).waitFor();
    await page.goForward();
    await row(page, 'France', 'supports').waitFor();
  });

  it('says how much is left out, and loads more', async () => {
    const page = await explorer.visit('?view=table&limit=1');
    await page.getByText(/1 of \d+ edges shown/).waitFor();
    await page.getByRole('button', { name: 'Load more' }).click();
    await page.getByText(/All \d+ edges shown/).waitFor();
    expect(page.url()).toContain('limit=301');
  });

  it('searches as one types and opens the node by keyboard', async () => {
    const page = await explorer.visit();
    await page.getByRole('img', { name: /Graph of/ }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('cub');
    await page.getByRole('option', { name: /^Cuba/ }).waitFor();
    await page.keyboard.press('Enter');
    const panel = details(page);
    await panel.getByRole('heading', { name: 'Cuba' }).waitFor();
    expect(page.url()).toContain('node=country:CUB');
    await panel.getByRole('button', { name: /by Iran/ }).click();
    await panel.getByText('2 pieces of evidence').waitFor();
  });

  it('opens the evidence of an edge: quote in its statement, title, date, modality, why', async () => {
    const page = await explorer.visit('?view=table');
    await row(page, 'Iran', 'condemns', 'Cuba')
      .getByRole('button', { name: /Open 2 pieces/ })
      .click();
    const panel = details(page);
    const evidence = panel.getByRole('article').first();
    await evidence.getByText('On the talks in Havana').waitFor();
    await evidence.getByText('Ministry of Foreign Affairs').waitFor();
    await evidence
      .getByText(/2023-12-04/)
      .first()
      .waitFor();
    await evidence.getByText('Asserted').waitFor();
    await evidence.getByText(/% confident/).waitFor();
    expect((await evidence.locator('mark').allInnerTexts()).join('')).toContain('Iran condemns Cuba');
    await evidence.getByText('The delegations arrived in the morning.').waitFor();
    await evidence.getByText('Why this edge?').click();
    await evidence.getByText('Rule', { exact: true }).waitFor();
    await panel.getByRole('button', { name: 'A later note' }).click();
    await panel.getByRole('heading', { name: 'A later note' }).waitFor();
  });

  it('opens the evidence of an edge clicked on the canvas', async () => {
    const page = await explorer.visit('?relations=CONDEMNS');
    const canvas = page.getByRole('img', { name: /Graph of 2 nodes and 1 tie/ });
    await canvas.waitFor();
    const box = await canvas.boundingBox();
    // Two nodes end up opposite each other: their line runs through the middle. The layout takes a moment.
    const panel = details(page);
    const click = async (): Promise<boolean> => {
      if (await panel.isVisible()) return true;
      await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
      return false;
    };
    await expect.poll(click, { timeout: 9000, interval: 700 }).toBe(true);
    await panel.getByText('2 pieces of evidence').waitFor();
  });

  it('filters by relation, label and date, keeps that in the address, and clears it', async () => {
    const page = await explorer.visit('?view=table');
    const filters = page.getByRole('navigation', { name: 'Filters' });
    await row(page, 'France', 'supports').waitFor();
    await filters.getByRole('checkbox', { name: 'Supports' }).click();
    await row(page, 'France', 'supports').waitFor({ state: 'detached' });
    await row(page, 'Iran', 'condemns').waitFor();
    await page.reload();
    await row(page, 'Iran', 'condemns').waitFor();
    expect(await row(page, 'France', 'supports').count()).toBe(0);
    await filters.getByRole('button', { name: 'Clear all' }).click();
    await row(page, 'France', 'supports').waitFor();
    await filters.getByLabel('From').fill('2024');
    await page.keyboard.press('Enter');
    await row(page, 'France', 'supports').waitFor({ state: 'detached' });
    await row(page, 'Iran', 'condemns')
      .getByRole('button', { name: /Open 1 piece/ })
      .waitFor();
    await page.goBack();
    await row(page, 'France', 'supports').waitFor();
    await filters.getByRole('checkbox', { name: 'Countries' }).click();
    await page.getByRole('heading', { name: 'Nothing passes these filters' }).waitFor();
  });

  it('takes a pasted statement and shows the edges found in it', async () => {
    const page = await explorer.visit('?view=table');
    await page.getByRole('button', { name: 'Add a statement' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Add a statement' });
    await dialog.getByRole('button', { name: 'Read and add' }).click();
    await dialog.getByText('Paste the text of the statement first.').waitFor();
    await dialog.getByLabel('Text').fill('After a long night, Japan supports Chad.');
    await dialog.getByLabel('Title').fill('From N’Djamena <script>alert(1)</script>');
    await dialog.getByLabel('Date').fill('2025-01-15');
    await dialog.getByRole('button', { name: 'Read and add' }).click();
    const panel = details(page);
    await panel.getByRole('heading', { name: 'From N’Djamena <script>alert(1)</script>' }).waitFor();
    await row(page, 'Japan', 'supports', 'Chad').waitFor();
    await panel.getByRole('button', { name: /Japan supports Chad/ }).click();
    await panel.getByRole('article').getByText('After a long night').waitFor();
  });

  it('opens a shared link with the same filters, selection and additions', async () => {
    const page = await explorer.visit('?relations=SUPPORTS&node=country:IRN&with=country:IRN');
    await details(page).getByRole('heading', { name: 'Iran' }).waitFor();
    const filters = page.getByRole('navigation', { name: 'Filters' });
    expect(await filters.getByRole('checkbox', { name: 'Supports' }).isChecked()).toBe(true);
    expect(await filters.getByRole('checkbox', { name: 'Condemns' }).isChecked()).toBe(false);
  });

  it('works on a phone: filters in a drawer, details over the canvas', async () => {
    const page = await explorer.visit('?node=country:IRN', { width: 390, height: 844 });
    const panel = details(page);
    await panel.getByRole('heading', { name: 'Iran' }).waitFor();
    const height = async (): Promise<number> => (await panel.boundingBox())?.height ?? 0;
    // The sheet slides in: low is where it comes to rest.
    let low = 0;
    await expect
      .poll(async () => {
        const before = low;
        low = await height();
        return low - before;
      })
      .toBe(0);
    await panel.getByRole('button', { name: 'Make this panel taller' }).click();
    await expect.poll(height).toBeGreaterThan(low * 1.3);
    await panel.getByRole('button', { name: 'Make this panel lower' }).click();
    await expect.poll(height).toBe(low);
    await panel.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('dialog', { name: 'Filters' }).getByRole('checkbox', { name: 'Supports' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'View: Graph' }).click();
    await page.getByRole('menuitem', { name: 'List' }).click();
    await row(page, 'Iran', 'condemns').waitFor();
  });
});
