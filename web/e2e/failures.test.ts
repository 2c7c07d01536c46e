import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { OpenPage } from './browser.ts';
import { launchBrowser, noBrowser, openPage, suite } from './browser.ts';
import type { PageServer } from './server.ts';
import { buildPage, startPageServer } from './server.ts';

const TOKEN = 'a-token-of-more-than-16-letters';

describe.skipIf(noBrowser)(suite('explorer page when things go wrong'), () => {
  let server: PageServer;
  let browser: Browser;
  let open: OpenPage;

  beforeAll(async () => {
    await buildPage();
    [server, browser] = await Promise.all([startPageServer({ token: TOKEN }), launchBrowser()]);
  });
  afterEach(async () => {
    expect(open.faults).toEqual([]);
    await open.context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  const enter = async (): Promise<void> => {
    open = await openPage(browser, server.url);
    const dialog = open.page.getByRole('dialog', { name: 'Access token needed' });
    await dialog.getByLabel('Token').fill(TOKEN);
    await dialog.getByRole('button', { name: 'Continue' }).click();
  };

  it('asks for the token of the server, and shows an empty graph with a way to begin', async () => {
    await enter();
    await open.page.getByRole('heading', { name: 'The graph is empty' }).waitFor();
    await open.page.getByRole('main').getByRole('button', { name: 'Add a statement' }).click();
    await open.page.getByRole('dialog', { name: 'Add a statement' }).waitFor();
  });

  it('asks again when the token is wrong', async () => {
    open = await openPage(browser, server.url);
    const dialog = open.page.getByRole('dialog', { name: 'Access token needed' });
    await dialog.getByLabel('Token').fill('not-the-token-at-all');
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await dialog.getByText('The server did not accept this token.').waitFor();
  });

  it('shows why a statement was refused and keeps what was typed', async () => {
    await enter();
    const { page } = open;
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
    await server.add({ title: 'Kept', text: 'Iran condemns Cuba.' });
    await enter();
    const { page } = open;
    await page.getByText(/All \d+ edges? shown/).waitFor();
    await server.stop();
    await page
      .getByRole('searchbox')
      .or(page.getByRole('textbox', { name: /Search/ }))
      .fill('jap');
    await page.getByRole('alert').getByText('The server cannot be reached').waitFor();
    await page.getByRole('img', { name: /Graph of/ }).waitFor();
    await server.start();
    await page.getByRole('alert').getByText('The server cannot be reached').waitFor({ state: 'hidden' });
  });

  it('says when what a link names is gone', async () => {
    await enter();
    await open.page
      .getByText(/edges? shown|The graph is empty/)
      .first()
      .waitFor();
    await open.page.goto(`${server.url}/?node=country:ATA`);
    const details = open.page.getByRole('complementary', { name: 'Details' });
    await details.getByText('This is no longer in the graph. It may have been removed.').waitFor();
  });
});
