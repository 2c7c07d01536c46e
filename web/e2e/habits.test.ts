import { describe, expect, it } from 'vitest';
import { noBrowser, suite } from './browser.ts';
import { address, details, picture, row, useExplorer } from './explorer.ts';

const FRIENDS = [
  ...['Albania', 'Algeria', 'Angola', 'Argentina', 'Armenia', 'Austria', 'Bahrain', 'Belgium', 'Bolivia'],
  ...['Brazil', 'Bulgaria', 'Cambodia', 'Canada', 'Chile', 'Colombia', 'Croatia', 'Cyprus', 'Denmark'],
  ...['Ecuador', 'Egypt', 'Estonia', 'Ethiopia', 'Finland', 'France', 'Gambia', 'Germany', 'Ghana', 'Greece'],
];
const STATEMENT = {
  title: 'Many friends',
  date: '2022-03-01',
  text: FRIENDS.map((name) => `Iran supports ${name}.`).join(' '),
};

describe.skipIf(noBrowser)(suite('habits'), { timeout: 40_000 }, () => {
  const explorer = useExplorer([STATEMENT]);

  it('tells a screen reader what was selected', async () => {
    const page = await explorer.visit('?view=table');
    await row(page, 'Iran', 'supports', 'Chile').click();
    await page.getByText('Iran supports Chile: evidence opened').waitFor({ state: 'attached' });
    await details(page).getByRole('button', { name: 'Chile' }).first().click();
    await page.getByText('Chile, Country, selected').waitFor({ state: 'attached' });
  });

  it('brings the best-attested neighbours of a node, says of how many, and takes them back', async () => {
    const page = await explorer.visit('?node=country:IRN');
    await details(page)
      .getByRole('button', { name: `Show the top 25 of ${FRIENDS.length} neighbours` })
      .click();
    await expect.poll(() => address(page).get('with')).toBe('country:IRN');
    await details(page).getByRole('button', { name: 'Hide what it brought' }).click();
    await expect.poll(() => address(page).get('with')).toBeNull();
    await page.keyboard.press('Control+z');
    await details(page).getByRole('button', { name: 'Hide what it brought' }).waitFor();
  });

  it('draws nodes as large as what is chosen, also after a reload', async () => {
    const page = await explorer.visit();
    await picture(page, FRIENDS.length + 1).waitFor();
    await page.getByRole('button', { name: 'Layout and size' }).click();
    await page.getByRole('menuitemradio', { name: 'Pieces of evidence' }).click();
    await expect.poll(() => address(page).get('graph.size')).toBe('evidence');
    await page.reload();
    await page.getByRole('button', { name: 'Layout and size' }).click();
    await page.getByRole('menuitemradio', { name: 'Pieces of evidence', checked: true }).waitFor();
  });

  it('zooms by two fingers on a phone', async () => {
    const page = await explorer.visit('', { width: 390, height: 844 });
    const canvas = picture(page, FRIENDS.length + 1);
    await canvas.waitFor();
    const { x = 0, y = 0, width = 0, height = 0 } = (await canvas.boundingBox()) ?? {};
    const fingers = await page.context().newCDPSession(page);
    const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', apart?: number): Promise<void> => {
      const middle = { x: x + width / 2, y: y + height / 2 };
      const points = [-1, 1].map((side, id) => ({
        id,
        x: middle.x + (side * (apart ?? 0)) / 2,
        y: middle.y,
      }));
      await fingers.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: apart === undefined ? [] : points,
      });
    };
    await touch('touchStart', 60);
    for (const apart of [90, 120, 150, 180]) await touch('touchMove', apart);
    await touch('touchEnd');
    await expect
      .poll(() => Number(address(page).get('graph.camera')?.split(',')[2]), { timeout: 5000 })
      .toBeLessThan(0.8);
  });
});
