import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { noBrowser, suite } from './browser.ts';
import { address, details, row, useExplorer } from './explorer.ts';

const STATEMENTS = [
  { title: 'One', date: '2010-03-01', text: 'Iran condemns Cuba. France supports Japan.' },
  { title: 'Two', date: '2015-05-01', text: 'Japan supports Chad.' },
  { title: 'Three', date: '2020-05-01', text: 'Iran supports Cuba.' },
];

describe.skipIf(noBrowser)(suite('time and search'), { timeout: 40_000 }, () => {
  const explorer = useExplorer(STATEMENTS);

  it('filters by the handles of the time line, and plays', async () => {
    const page = await explorer.visit();
    const time = page.getByRole('region', { name: 'Time' });
    await time.getByText('2010 to 2020').waitFor();
    await time.getByRole('slider', { name: 'First time shown' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => address(page).get('from')).toBe('2011');
    await page.getByRole('img', { name: /Graph of 4 nodes/ }).waitFor();
    await time.getByRole('slider', { name: 'Last time shown' }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('img', { name: /Graph of 2 nodes/ }).waitFor();
    await time.getByRole('button', { name: 'Play through time' }).click();
    // The window moves on until it reaches the last bar.
    await expect.poll(() => address(page).get('from'), { timeout: 6000 }).toBe('2012');
    await time.getByRole('button', { name: 'Play through time' }).waitFor();
  });

  it('filters by a stroke over the bars, shows everything after a double-click, and says when a tie was seen', async () => {
    const page = await explorer.visit('?tie=SUPPORTS~country:IRN~country:CUB');
    await details(page).getByText('Seen on 2020-05-01 only').waitFor();
    const bars = page.getByRole('region', { name: 'Time' }).getByRole('img', { name: /drag over them/ });
    await bars.waitFor();
    const { x = 0, y = 0, width = 0, height = 0 } = (await bars.boundingBox()) ?? {};
    // Eleven years: from the middle to beyond the end.
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width + 20, y + height / 2, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => address(page).get('from')).toBe('2015');
    expect(address(page).get('to')).toBeNull();
    await page.getByRole('img', { name: /Graph of 4 nodes/ }).waitFor();
    await bars.dblclick();
    await page.getByRole('img', { name: /Graph of 5 nodes/ }).waitFor();
    expect(address(page).get('from')).toBeNull();
    await page.goto(`${explorer.server.url}/?node=country:CUB`);
    await details(page).getByText('First seen 2010-03-01, last seen 2020-05-01').waitFor();
  });

  it('leaves the graph the room that it does not take', async () => {
    const page = await explorer.visit('?graph.layout=time');
    const canvas = page.getByRole('img', { name: /^Graph of/ });
    await page.getByRole('region', { name: 'Time' }).waitFor();
    const excess = async (): Promise<number> => {
      const [room, drawn] = [
        await canvas.boundingBox(),
        await canvas.locator('canvas').first().boundingBox(),
      ];
      return Math.round(Math.abs((drawn?.height ?? 0) - (room?.height ?? 0)));
    };
    await expect.poll(excess, { timeout: 5000 }).toBeLessThan(2);
  });

  it('compares two periods and opens a pair', async () => {
    const page = await explorer.visit('?view=changes');
    const turned = page.getByRole('region', { name: 'Turned round' });
    await turned.getByRole('button', { name: 'Cuba – Iran' }).waitFor();
    await page.getByRole('region', { name: 'Gone' }).getByText('France').waitFor();
    expect(await violations(page)).toEqual([]);
    const after = page.getByRole('group', { name: 'After' });
    await after.getByLabel('to').fill('2016');
    await page.keyboard.press('Enter');
    await turned.waitFor({ state: 'detached' });
    await page.goBack();
    await turned.getByRole('button', { name: 'Cuba – Iran' }).click();
    await details(page).getByText('Iran supports Cuba', { exact: false }).first().waitFor();
  });

  it('finds words in quotes, filters by them, and remembers what was found', async () => {
    const page = await explorer.visit('?view=table');
    await row(page, 'France').waitFor();
    const search = page.getByRole('textbox', { name: /Search/ });
    await page.keyboard.press('/');
    await page.keyboard.type('condem');
    await page.getByRole('option', { name: /Iran condemns Cuba/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await details(page).getByText('1 piece of evidence').waitFor();
    await search.fill('supports');
    await page.getByRole('option', { name: 'Show only edges whose quote has “supports”' }).click();
    await row(page, 'condemns').waitFor({ state: 'detached' });
    expect(address(page).get('words')).toBe('supports');
    await search.fill('jap');
    await page.getByRole('option', { name: /^Japan/ }).click();
    await page.reload();
    await row(page, 'France').waitFor();
    await search.focus();
    await page.getByRole('option', { name: /Japan/ }).waitFor();
    await page.getByText('Found lately').waitFor();
  });
});
