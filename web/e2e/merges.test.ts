import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { noBrowser, suite } from './browser.ts';
import { details, row, useExplorer } from './explorer.ts';
import { TWO_SPELLINGS } from './two-spellings.ts';

const [MOHAMED, MOHAMMED] = ['person:mohamed-bedjaoui', 'person:mohammed-bedjaoui'];

describe.skipIf(noBrowser)(suite('who is who'), () => {
  const explorer = useExplorer(TWO_SPELLINGS);
  const card = (page: Page) =>
    page.getByRole('article', { name: /Are Moham\w+ Bedjaoui and Moham\w+ Bedjaoui the same\?/ });
  const nodes = async (): Promise<string[]> => {
    const answer = (await (
      await fetch(`${explorer.server.url}/api/search?q=bedjaoui&labels=Person`)
    ).json()) as {
      hits: { id: string }[];
    };
    return answer.hits.map((hit) => hit.id).sort();
  };

  it('shows a suggestion with the words of either side; keys accept it, refuse it and undo', async () => {
    const page = await explorer.visit('?view=merges');
    await card(page).getByText('“mohamed” and “mohammed” sound the same').waitFor();
    await card(page).getByText('Foreign Minister Mohammed Bedjaoui of Algeria', { exact: true }).waitFor();
    await card(page).getByText('Foreign Minister Mohamed Bedjaoui of Algeria', { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await card(page).getByRole('button', { name: 'Talks in Algiers' }).first().click();
    await details(page).getByText('Talks in Algiers').first().waitFor();

    await page.keyboard.press('x');
    await page.getByRole('button', { name: 'Keep the other name', pressed: true }).waitFor();
    await page.keyboard.press('y');
    await page.getByText('are one now').waitFor();
    await page.getByRole('heading', { name: 'Nothing to decide' }).waitFor();
    expect(await nodes()).toHaveLength(1);
    await page.keyboard.press('u');
    await card(page).waitFor();
    expect(await nodes()).toEqual([MOHAMED, MOHAMMED]);
    await page.keyboard.press('n');
    await page.getByText('stay two').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await card(page).waitFor();
  });

  it('lists what was decided, splits and withdraws it, and hands it on as a file', async () => {
    const page = await explorer.visit('?view=merges');
    await card(page).getByRole('button', { name: 'Same' }).click();
    await page.getByText('are one now').waitFor();
    await page.getByRole('radiogroup', { name: 'Part' }).getByText('Decided').click();
    await row(page, 'same as').waitFor();
    expect(await violations(page)).toEqual([]);
    const [id = ''] = await nodes();
    await page.goto(`${explorer.server.url}/?node=${id}`);
    const other = id === MOHAMED ? 'Mohammed Bedjaoui' : 'Mohamed Bedjaoui';
    await details(page).getByText(`Decided to be one with ${other}.`).waitFor();
    await details(page).getByRole('button', { name: 'See the decisions' }).click();
    await row(page, 'same as').waitFor();
    await page.keyboard.press('Escape');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as a file' }).click();
    const file = await (await saving).path();
    expect(await readFile(file, 'utf8')).toMatch(
      /\nsame\tperson:moham\w+-bedjaoui\tperson:moham\w+-bedjaoui\n$/,
    );
    await row(page, 'same as')
      .getByRole('button', { name: /^Split/ })
      .click();
    await row(page, 'different from').waitFor();
    expect(await nodes()).toEqual([MOHAMED, MOHAMMED]);

    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Take in a file' }).click();
    await (await choosing).setFiles(file);
    await page.getByText('1 decision taken in.').waitFor();
    await row(page, 'same as').waitFor();
    const bad = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Take in a file' }).click();
    await (
      await bad
    ).setFiles({ name: 'x.tsv', mimeType: 'text/plain', buffer: Buffer.from('who\tis\twho\n') });
    await page
      .getByRole('alert')
      .getByText(/line 1: the head line must be/)
      .waitFor();
    await row(page, 'same as')
      .getByRole('button', { name: /^Withdraw/ })
      .click();
    await page.getByRole('heading', { name: 'Nothing is decided yet' }).waitFor();
  });
});
