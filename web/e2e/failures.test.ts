import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, suite } from './browser.ts';
import { details, useExplorer } from './explorer.ts';

const STATEMENTS = [
  {
    title: 'One',
    date: '2022-03-01',
    text: 'Iran condemns Cuba. France supports Cuba. Iran supports France.',
  },
  { title: 'Two', date: '2023-12-04', text: 'Japan condemns Cuba over its sanctions. France supports Cuba.' },
];
/** Views by their link, what they ask for, and what is there once it has come. */
const VIEWS = [
  ['?view=matrix&matrix.on=actors', '/api/matrix', 'button', /on Cuba/],
  ['?view=paths&paths.from=country:IRN&paths.to=country:FRA', '/api/paths', 'article', 'Path 1'],
  ['?view=changes', '/api/compare', 'region', 'Gone'],
  ['?view=analysis', '/api/analysis', 'table', 'Ranking of nodes'],
  ['?view=statements', '/api/statements', 'button', /One/],
  ['?node=country:IRN', '/api/nodes/country:IRN', 'heading', 'Iran'],
  ['?tie=CONDEMNS~country:IRN~country:CUB', '/api/nodes/country:IRN/neighbors', 'article', /condemns/],
] as const;
const BROKEN = {
  status: 500,
  title: 'Something went wrong here',
  detail: 'A disk is full.',
  code: 'INTERNAL',
};
const TOKEN = 'a-token-of-more-than-16-letters';

describe.skipIf(noBrowser)(suite('explorer page when things go wrong'), () => {
  const explorer = useExplorer([], { token: TOKEN });

  const give = async (page: Page, token: string): Promise<void> => {
    const dialog = page.getByRole('dialog', { name: 'Access token needed' });
    await dialog.getByLabel('Token').fill(token);
    await dialog.getByRole('button', { name: 'Continue' }).click();
  };
  const enter = async (link = ''): Promise<Page> => {
    const page = await explorer.visit(link);
    await give(page, TOKEN);
    return page;
  };

  it('asks for the token of the server, and shows an empty graph with a way to begin', async () => {
    const page = await enter();
    await page.getByRole('heading', { name: 'The graph is empty' }).waitFor();
    await page.getByRole('main').getByRole('button', { name: 'Add a statement' }).click();
    await page.getByRole('dialog', { name: 'Add a statement' }).waitFor();
  });

  it('asks again when the token is wrong', async () => {
    const page = await explorer.visit();
    await give(page, 'not-the-token-at-all');
    await page.getByRole('dialog').getByText('The server did not accept this token.').waitFor();
  });

  it('shows why a statement was refused and keeps what was typed', async () => {
    const page = await enter();
    await page.getByRole('heading', { name: 'The graph is empty' }).waitFor();
    await page.getByRole('banner').getByRole('button', { name: 'Add a statement' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a statement' });
    await dialog.getByLabel('Text').fill('Iran condemns Cuba.');
    await dialog.getByLabel('Title').fill('x'.repeat(2500));
    await dialog.getByRole('button', { name: 'Read and add' }).click();
    await dialog.getByRole('alert').getByText('The statement was not added').waitFor();
    await dialog.getByRole('alert').getByText(/title/).waitFor();
    expect(await dialog.getByLabel('Text').inputValue()).toBe('Iran condemns Cuba.');
  });

  it('says that the server is gone, keeps what is shown, and goes on when it is back', async () => {
    await explorer.server.add({ title: 'Kept', text: 'Iran condemns Cuba.' });
    const page = await enter();
    await page.getByText(/All \d+ edges? shown/).waitFor();
    await explorer.server.stop();
    await page
      .getByRole('searchbox')
      .or(page.getByRole('textbox', { name: /Search/ }))
      .fill('jap');
    await page.getByRole('alert').getByText('The server cannot be reached').waitFor();
    await page.getByRole('img', { name: /Graph of/ }).waitFor();
    await explorer.server.start();
    await page.getByRole('alert').getByText('The server cannot be reached').waitFor({ state: 'hidden' });
  });

  it('says when what a link names is gone', async () => {
    const page = await enter('?node=country:ATA');
    const panel = details(page);
    await panel.getByText('This is no longer in the graph. It may have been removed.').waitFor();
  });
});

describe.skipIf(noBrowser)(suite('views whose server fails'), () => {
  const explorer = useExplorer(STATEMENTS);

  it.each(VIEWS)(
    '%s waits, says what is wrong, and goes on when asked to',
    async (link, path, role, name) => {
      const page = await explorer.visit();
      await page.getByRole('img', { name: /Graph of/ }).waitFor();
      let fail = (): void => undefined;
      const slow = new Promise<void>((resolve) => (fail = resolve));
      const asked = (url: URL): boolean => decodeURIComponent(url.pathname) === path;
      await page.route(asked, async (route) => {
        await slow;
        await route.fulfill({
          status: 500,
          contentType: 'application/problem+json',
          body: JSON.stringify(BROKEN),
        });
      });
      await page.goto(new URL(link, explorer.server.url).href);
      await page
        .getByRole('status', { name: /^(Loading|Updating)…$/ })
        .first()
        .waitFor();
      fail();
      const alert = page.getByRole('alert');
      await alert.getByText('A disk is full.').waitFor();
      await page.unroute(asked);
      await alert.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole(role, { name }).first().waitFor();
      await alert.waitFor({ state: 'detached' });
      expect(page.url()).toContain(link);
    },
  );

  it('keeps the files that could not be saved', async () => {
    const page = await explorer.visit('?view=add');
    const buffer = Buffer.from('Niger condemns Togo over the border.');
    await page
      .locator('input[type=file]')
      .setInputFiles([{ name: 'one.txt', mimeType: 'text/plain', buffer }]);
    await page.route('**/api/jobs', (route) => route.abort());
    const save = page.getByRole('button', { name: 'Read and save 1 statement' });
    await save.click();
    await page.getByRole('alert').getByText('The server cannot be reached').first().waitFor();
    await page.unroute('**/api/jobs');
    await save.click();
    await page.getByText('1 new, 0 replaced, 0 there already').waitFor();
  });
});
