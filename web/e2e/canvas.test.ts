import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import type { OpenPage } from './browser.ts';
import { launchBrowser, noBrowser, openPage, suite } from './browser.ts';
import type { PageServer } from './server.ts';
import { buildPage, startPageServer } from './server.ts';

const TEXT =
  'Iran condemns Cuba. France supports Japan. Japan supports Chad. Chad supports Peru. Iran supports Peru.';

const picture = (page: Page, nodes: number) =>
  page.getByRole('img', { name: new RegExp(`Graph of ${nodes} nodes? `) });
const address = (page: Page): URLSearchParams => new URL(page.url()).searchParams;

describe.skipIf(noBrowser)(suite('canvas'), { timeout: 40_000 }, () => {
  let server: PageServer;
  let browser: Browser;
  let open: OpenPage;
  const visit = async (search = '', options = {}): Promise<Page> => {
    open = await openPage(browser, `${server.url}/${search}`, options);
    return open.page;
  };
  beforeAll(async () => {
    await buildPage();
    [server, browser] = await Promise.all([startPageServer(), launchBrowser()]);
    await server.add({ title: 'One', date: '2022-03-01', text: TEXT });
  });
  afterEach(async () => {
    expect(open.faults).toEqual([]);
    await open.context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  it('hides a node, shows a neighbourhood, and undoes and redoes each', async () => {
    const page = await visit('?node=country:JPN');
    await picture(page, 6).waitFor();
    const details = page.getByRole('complementary', { name: 'Details' });
    await details.getByRole('button', { name: 'Show its 2 neighbours' }).waitFor();
    await details.getByRole('button', { name: /only what is within 1 step/ }).click();
    await picture(page, 3).waitFor();
    await page.getByText('Around Japan, 1 step', { exact: true }).waitFor();
    await details.getByRole('button', { name: /only what is within 2 steps/ }).click();
    await picture(page, 4).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await picture(page, 3).waitFor();
    await page.keyboard.press('Control+z');
    await picture(page, 6).waitFor();
    await page.getByRole('button', { name: 'Redo' }).click();
    await picture(page, 3).waitFor();
    await page.getByRole('button', { name: 'Leave this focus' }).click();
    await details.getByRole('button', { name: 'Hide this node' }).click();
    // France had no other tie.
    await picture(page, 4).waitFor();
    await page.getByRole('button', { name: 'Show hidden nodes' }).click();
    await picture(page, 6).waitFor();
  });

  it('chooses nodes with a lasso, keeps only them, and lets go with Escape', async () => {
    const page = await visit('?graph.layout=circle');
    await picture(page, 6).waitFor();
    await page.getByRole('button', { name: 'Choose nodes with a lasso' }).click();
    const box = await page.getByRole('application', { name: /Draw a line/ }).boundingBox();
    const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
    // The right half of the circle.
    await page.mouse.move(x + width / 2, y + 2);
    await page.mouse.down();
    for (const [px, py] of [
      [1, 0],
      [1, 1],
      [0.5, 1],
    ] as const)
      await page.mouse.move(x + px * (width - 2), y + py * (height - 2), { steps: 4 });
    await page.mouse.up();
    const chosen = page.getByRole('group', { name: /\d nodes? chosen/ });
    await chosen.waitFor();
    const count = address(page).get('picked')?.split('~').length ?? 0;
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(6);
    await chosen.getByRole('button', { name: 'Hide all others' }).click();
    await expect.poll(() => address(page).get('without')?.split('~').length).toBe(6 - count);
    await page.keyboard.press('Escape');
    await chosen.waitFor({ state: 'detached' });
  });

  it('keeps a node where it is dragged', async () => {
    const around = 'country:IRN@-300,-200~country:CUB@300,200~country:FRA@-300,200~country:TCD@300,-200';
    const page = await visit(`?graph.pins=country:JPN@0,0~country:PER@0,200~${around}`);
    const canvas = picture(page, 6);
    await canvas.waitFor();
    await page.waitForTimeout(400);
    // Japan lies in the middle of the others.
    const { x = 0, y = 0, width = 0, height = 0 } = (await canvas.boundingBox()) ?? {};
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + 120, y + height / 2 - 60, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => address(page).get('graph.pins')).toMatch(/^country:JPN@[1-9]\d+,[1-9]\d+~/);
    await page.getByRole('button', { name: 'Layout and size' }).click();
    await page.getByRole('menuitem', { name: 'Let go of 6 pinned nodes' }).click();
    await expect.poll(() => address(page).get('graph.pins')).toBeNull();
  });

  it('opens a shared link with the same nodes, filters, selection, layout and camera', async () => {
    const page = await visit('?relations=SUPPORTS&node=country:TCD&without=country:PER');
    await picture(page, 3).waitFor();
    await page.getByRole('button', { name: 'Layout and size' }).click();
    await page.getByRole('menuitemradio', { name: 'Circle' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Zoom in' }).click();
    const camera = '0.5,0.5,0.625';
    await expect.poll(() => address(page).get('graph.camera')).toBe(camera);
    // The page brings a selected node into sight within this time; but whoever has moved the camera keeps it.
    await page.waitForTimeout(1800);
    expect(address(page).get('graph.camera')).toBe(camera);
    const link = page.url();
    const other = await openPage(browser, link);
    await picture(other.page, 3).waitFor();
    await other.page.getByRole('complementary').getByRole('heading', { name: 'Chad' }).waitFor();
    await other.page.waitForTimeout(1800);
    expect(address(other.page).get('graph.camera')).toBe(camera);
    expect(other.page.url()).toBe(link);
    // What can be undone differs, and where the pointer is.
    const shot = async (from: Page): Promise<Buffer> => {
      await from.mouse.move(2, 2);
      const tools = ['Canvas tools', 'Zoom'].map((name) => from.getByRole('group', { name }));
      return picture(from, 3).screenshot({ mask: tools });
    };
    // A busy machine draws late; edges of lines may be smoothed differently.
    const differing = async (): Promise<number> =>
      page.evaluate(differingShare, [
        (await shot(page)).toString('base64'),
        (await shot(other.page)).toString('base64'),
      ] as const);
    await expect.poll(differing).toBeLessThan(0.003);
    expect(other.faults).toEqual([]);
    await other.context.close();
  });

  it.each(['light', 'dark'] as const)(
    'has a keyboard map, and no serious violation in %s',
    async (colorScheme) => {
      const page = await visit('?node=country:JPN&around=country:JPN~2&without=country:FRA', { colorScheme });
      await picture(page, 3).waitFor();
      await page.keyboard.press('Shift+?');
      const map = page.getByRole('dialog', { name: 'Keyboard' });
      await map.getByText('Undo the last change of the view').waitFor();
      await page.waitForTimeout(300);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await map.waitFor({ state: 'detached' });
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('0');
      await picture(page, 6).waitFor();
    },
  );
});

/** Which share of the pixels of two PNGs (base64) is not alike; 1 when their sizes differ. Runs in the page. */
async function differingShare(shots: readonly [string, string]): Promise<number> {
  const [one, other] = await Promise.all(
    shots.map(async (shot) => {
      const bytes = Uint8Array.from(atob(shot), (c) => c.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
      context.drawImage(bitmap, 0, 0);
      return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
    }),
  );
  if (one!.length !== other!.length) return 1;
  let count = 0;
  for (let i = 0; i < one!.length; i += 4) {
    const far = [0, 1, 2].some((k) => Math.abs(one![i + k]! - other![i + k]!) > 48);
    if (far) count++;
  }
  return count / (one!.length / 4);
}
