import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { launchBrowser, noBrowser, openPage, suite } from './browser.ts';
import type { PageServer } from './server.ts';
import { buildPage, startPageServer } from './server.ts';

const VIEWS = [
  { name: 'graph', search: '', ready: /Graph of/, role: 'img' },
  { name: 'list', search: '?view=table', ready: /Open 1 piece/, role: 'button' },
  { name: 'node', search: '?node=country:IRN', ready: 'Iran', role: 'heading' },
  {
    name: 'evidence',
    search: '?tie=CONDEMNS~country:IRN~country:CUB',
    ready: /Iran condemns Cuba/,
    role: 'article',
  },
  { name: 'cypher', search: '?view=cypher', ready: 'Cypher query', role: 'textbox' },
  { name: 'nothing', search: '?labels=Place', ready: 'Nothing passes these filters', role: 'heading' },
] as const;

describe.skipIf(noBrowser)(suite('explorer page: axe'), () => {
  let server: PageServer;
  let browser: Browser;

  beforeAll(async () => {
    await buildPage();
    [server, browser] = await Promise.all([startPageServer(), launchBrowser()]);
    await server.add({
      title: 'One',
      date: '2023-12-04',
      text: 'Iran condemns Cuba. France supports Japan.',
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    it.each(VIEWS)('$name', async ({ search, ready, role }) => {
      const { page, context } = await openPage(browser, `${server.url}/${search}`, { colorScheme });
      await page.getByRole(role, { name: ready }).first().waitFor();
      expect(await violations(page)).toEqual([]);
      await context.close();
    });

    it('dialog', async () => {
      const { page, context } = await openPage(browser, server.url, { colorScheme });
      await page.getByRole('button', { name: 'Add a statement' }).first().click();
      await page.getByRole('dialog').getByRole('button', { name: 'Read and add' }).click();
      await page.getByText('Paste the text of the statement first.').waitFor();
      await page.waitForTimeout(300);
      expect(await violations(page)).toEqual([]);
      await context.close();
    });

    it('search', async () => {
      const { page, context } = await openPage(browser, server.url, { colorScheme });
      await page.getByRole('textbox', { name: /Search/ }).fill('ira');
      await page.getByRole('option', { name: /^Iran/ }).first().waitFor();
      expect(await violations(page)).toEqual([]);
      await context.close();
    });

    it('phone', async () => {
      const { page, context } = await openPage(browser, `${server.url}/?node=country:IRN`, {
        colorScheme,
        width: 390,
        height: 844,
      });
      await page.getByRole('heading', { name: 'Iran' }).waitFor();
      expect(await violations(page)).toEqual([]);
      await context.close();
    });
  });
});
