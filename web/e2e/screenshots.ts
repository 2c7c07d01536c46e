// Makes docs/screenshots anew from the bundled examples: node --import tsx web/e2e/screenshots.ts
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchBrowser, openPage } from './browser.ts';
import { buildPage, startPageServer } from './server.ts';

const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));
const DESKTOP = { width: 1440, height: 900 };
const SHOTS = [
  { name: 'explorer-light', search: '', ...DESKTOP },
  { name: 'explorer-dark', search: '?node=country:USA', colorScheme: 'dark', ...DESKTOP },
  { name: 'evidence', search: '?tie=ATTACKS~country:RUS~country:UKR', ...DESKTOP },
  { name: 'phone', search: '?node=country:IRN', width: 390, height: 844 },
] as const;

mkdirSync(folder, { recursive: true });
await buildPage();
const [server, browser] = await Promise.all([startPageServer({ examples: true }), launchBrowser()]);
for (const { name, search, ...options } of SHOTS) {
  const { page, context } = await openPage(browser, `${server.url}/${search}`, options);
  await page.getByRole('img', { name: /Graph of/ }).waitFor();
  // The layout and the camera come to rest.
  await page.waitForTimeout(3000);
  await page.screenshot({ path: `${folder}${name}.png` });
  await context.close();
}
await browser.close();
await server.remove();
