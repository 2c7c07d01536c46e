import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, suite } from './browser.ts';
import { details, useExplorer } from './explorer.ts';

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
