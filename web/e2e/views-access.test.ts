import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { launchBrowser, noBrowser, openPage, suite } from './browser.ts';
import type { PageServer } from './server.ts';
import { buildPage, startPageServer } from './server.ts';

const VIEWS = [
  '?view=matrix&pair=country:IRN~country:CUB',
  '?view=paths&paths.from=country:IRN&paths.to=country:FRA',
  '?view=analysis',
  '?view=analysis&analysis.part=triads',
  '?view=analysis&analysis.part=blocs',
];

describe.skipIf(noBrowser)(suite('workspaces: axe'), () => {
  let server: PageServer;
  let browser: Browser;

  beforeAll(async () => {
    await buildPage();
    [server, browser] = await Promise.all([startPageServer(), launchBrowser()]);
    await server.add({
      title: 'One',
      date: '2023-12-04',
      text: 'Iran condemns Cuba. France supports Cuba. Iran supports France. Japan condemns sanctions.',
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    it.each(VIEWS)('%s', async (search) => {
      const { page, context } = await openPage(browser, `${server.url}/${search}`, { colorScheme });
      await page.getByRole('main').getByRole('status').first().waitFor();
      expect(await violations(page)).toEqual([]);
      await context.close();
    });
  });

  it.each(VIEWS)('%s fits a phone', async (search) => {
    const { page, context } = await openPage(browser, `${server.url}/${search}`, { width: 390, height: 844 });
    await page.getByRole('main').getByRole('status').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await context.close();
  });
});
