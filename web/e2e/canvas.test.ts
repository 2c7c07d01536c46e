import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { noBrowser, suite } from './browser.ts';
import { address, details, picture, row, useExplorer } from './explorer.ts';

const STATEMENTS = [
  {
    title: 'One',
    date: '2022-03-01',
    text: 'Iran condemns Cuba. France supports Japan. Japan supports Chad. Chad supports Peru. Iran supports Peru.',
  },
];

describe.skipIf(noBrowser)(suite('canvas'), { timeout: 40_000 }, () => {
  const explorer = useExplorer(STATEMENTS);

  it('hides a node, shows a neighbourhood, and undoes and redoes each', async () => {
    const page = await explorer.visit('?node=country:JPN');
    await picture(page, 6).waitFor();
    const panel = details(page);
    await panel.getByRole('button', { name: 'Show its 2 neighbours' }).waitFor();
    await panel.getByRole('button', { name: /only what is within 1 step/ }).click();
    await picture(page, 3).waitFor();
    await page.getByText('Around Japan, 1 step', { exact: true }).waitFor();
    await panel.getByRole('button', { name: /only what is within 2 steps/ }).click();
    await picture(page, 4).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await picture(page, 3).waitFor();
    await page.keyboard.press('Control+z');
    await picture(page, 6).waitFor();
    await page.getByRole('button', { name: 'Redo' }).click();
    await picture(page, 3).waitFor();
    await page.getByRole('button', { name: 'Leave this focus' }).click();
    await panel.getByRole('button', { name: 'Hide this node' }).click();
    // France had no other tie.
    await picture(page, 4).waitFor();
    await page.getByRole('button', { name: 'Show hidden nodes' }).click();
    await picture(page, 6).waitFor();
  });

  it('chooses nodes with a lasso, keeps only them, and lets go with Escape', async () => {
    const page = await explorer.visit('?graph.layout=circle');
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
    const page = await explorer.visit(`?graph.pins=country:JPN@0,0~country:PER@0,200~${around}`);
    const canvas = picture(page, 6);
    await canvas.waitFor();
    const { x = 0, y = 0, width = 0, height = 0 } = (await canvas.boundingBox()) ?? {};
    // Japan lies in the middle of the others, as soon as the picture is drawn.
    const drag = async (): Promise<string | null> => {
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.mouse.down();
      await page.mouse.move(x + width / 2 + 120, y + height / 2 - 60, { steps: 5 });
      await page.mouse.up();
      return address(page).get('graph.pins');
    };
    await expect.poll(drag).toMatch(/^country:JPN@[1-9]\d+,[1-9]\d+~/);
    await page.getByRole('button', { name: 'Layout and size' }).click();
    await page.getByRole('menuitem', { name: 'Let go of 6 pinned nodes' }).click();
    await expect.poll(() => address(page).get('graph.pins')).toBeNull();
  });

  it('is as it was when one comes back from another view, and answers clicks', async () => {
    const around = 'country:IRN@-300,-200~country:CUB@300,200~country:FRA@-300,200~country:TCD@300,-200';
    const page = await explorer.visit(`?graph.pins=country:JPN@0,0~country:PER@0,200~${around}`);
    const canvas = picture(page, 6);
    await canvas.waitFor();
    const room = async () => (await canvas.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    // Japan lies in the middle, as soon as the picture is drawn.
    const japan = async (): Promise<string | null> => {
      const { x, y, width, height } = await room();
      await page.mouse.click(x + width / 2, y + height / 2);
      return address(page).get('node');
    };
    await expect.poll(japan).toBe('country:JPN');
    await page.keyboard.press('Escape');
    await details(page).waitFor({ state: 'detached' });
    // Beside the buttons, of which "undo" changes with the view.
    const drawn = async (): Promise<Buffer> => {
      const { x, y, width, height } = await room();
      return page.screenshot({ clip: { x, y: y + 60, width: width - 80, height: height - 60 } });
    };
    // What the pointer is on looks different: so it goes beside the node, and then beside the canvas.
    const { x, y } = await room();
    await page.mouse.move(x + 30, y + 100, { steps: 4 });
    await page.mouse.move(5, 5);
    let before = await drawn();
    await expect.poll(async () => before.equals((before = await drawn())), { interval: 500 }).toBe(true);
    const views = page.getByRole('navigation', { name: 'Views' });
    // Once before the other view has loaded, and once from there.
    for (const there of [false, true]) {
      await views.getByRole('link', { name: 'List' }).click();
      await canvas.waitFor({ state: 'detached' });
      if (there) await row(page, 'France', 'supports').waitFor();
      await views.getByRole('link', { name: 'Graph', exact: true }).click();
      await page.mouse.move(5, 5);
      await expect.poll(async () => before.equals(await drawn()), { timeout: 5_000 }).toBe(true);
    }
    await expect.poll(japan).toBe('country:JPN');
  });

  it('tells which region and which year stand where', async () => {
    const page = await explorer.visit();
    await page.getByRole('button', { name: 'Layout and size' }).click();
    await page.getByRole('menuitemradio', { name: 'By region' }).click();
    await page.getByText('Americas', { exact: true }).waitFor();
    const [europe, asia] = await Promise.all(
      ['Europe', 'Asia'].map((name) => page.getByText(name, { exact: true }).boundingBox()),
    );
    expect(Math.hypot(europe!.x - asia!.x, europe!.y - asia!.y)).toBeGreaterThan(40);
    await page.getByRole('menuitemradio', { name: 'By time' }).click();
    await page.getByText('2022', { exact: true }).waitFor();
    expect(await page.getByText('Europe', { exact: true }).count()).toBe(0);
    await page.getByRole('menuitemradio', { name: 'By forces' }).click();
    await page.getByText('2022', { exact: true }).waitFor({ state: 'detached' });
  });

  it('opens a shared link with the same nodes, filters, selection, layout and camera', async () => {
    const search = '?relations=SUPPORTS&node=country:TCD&without=country:PER';
    const page = await explorer.visit(search, { isClockOurs: true });
    await picture(page, 3).waitFor();
    await page.getByRole('button', { name: 'Layout and size' }).click();
    await page.getByRole('menuitemradio', { name: 'Circle' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Zoom in' }).click();
    const camera = '0.5,0.5,0.625';
    await expect.poll(() => address(page).get('graph.camera')).toBe(camera);
    // The page brings a selected node into sight within this time; but whoever has moved the camera keeps it.
    await page.clock.fastForward(1800);
    expect(address(page).get('graph.camera')).toBe(camera);
    const link = page.url();
    const other = await explorer.visit(link, { isClockOurs: true });
    await picture(other, 3).waitFor();
    await details(other).getByRole('heading', { name: 'Chad' }).waitFor();
    await other.clock.fastForward(1800);
    expect(address(other).get('graph.camera')).toBe(camera);
    expect(other.url()).toBe(link);
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
        (await shot(other)).toString('base64'),
      ] as const);
    await expect.poll(differing).toBeLessThan(0.003);
  });

  it('has a keyboard map, and shows what is hidden by a key', async () => {
    const page = await explorer.visit('?node=country:JPN&around=country:JPN~2&without=country:FRA');
    await picture(page, 3).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Shift+?');
    const map = page.getByRole('dialog', { name: 'Keyboard' });
    await map.getByText('Undo the last change of the view').waitFor();
    await page.keyboard.press('Escape');
    await map.waitFor({ state: 'detached' });
    await page.keyboard.press('0');
    await picture(page, 6).waitFor();
  });
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
