import { describe, expect, it } from 'vitest';
import { noBrowser, suite } from './browser.ts';
import { details, useExplorer } from './explorer.ts';

const STATEMENTS = [
  {
    title: 'First note',
    date: '2020-02-03',
    text: 'Iran condemns Cuba. France supports Iran. Japan rejects the two-state solution.',
  },
  {
    title: 'Second note',
    date: '2021-05-01',
    text: 'France condemns Cuba. Japan rejects the two-state solution.',
  },
  {
    title: 'Third note',
    date: '2023-05-01',
    text: 'Cuba attacked France. Japan supports the two-state solution.',
  },
  {
    title: 'Fourth note',
    date: '2024-05-01',
    text: 'Japan supports the two-state solution. Chad supports Mali.',
  },
];

describe.skipIf(noBrowser)(suite('matrix, paths and analysis'), () => {
  const explorer = useExplorer(STATEMENTS);

  describe('position matrix', () => {
    it('shows the stance of actors on issues with its evidence and trend, and opens the quotes', async () => {
      const page = await explorer.visit('?view=matrix');
      const cell = page.getByRole('button', {
        name: 'Japan on two-state solution: +0.10, 4 statements, 2020 to 2024',
      });
      await cell.waitFor();
      expect(await cell.getAttribute('aria-label')).toContain('towards cooperation by 0.70');
      await cell.click();
      await details(page).getByText('4 pieces of evidence').waitFor();
      await details(page).getByRole('button', { name: 'Second note' }).waitFor();
      expect(page.url()).toContain('pair=country:JPN~issue:');
    });

    it('sets actors against each other, sorts, moves by arrow keys and respects the filters', async () => {
      const page = await explorer.visit('?view=matrix');
      await page.getByRole('radiogroup', { name: 'Columns' }).getByText('Actors').click();
      await page.getByRole('button', { name: /Iran on Cuba: -0\.25/ }).waitFor();
      await page.getByRole('combobox', { name: 'Order' }).click();
      await page.getByRole('option', { name: 'By name' }).click();
      const rows = page.getByRole('rowheader');
      expect(await rows.allInnerTexts()).toEqual(['Chad', 'Cuba', 'France', 'Iran']);
      await page.getByRole('button', { name: /Chad on Mali/ }).focus();
      await page.getByRole('button', { name: /Cuba on France/ }).focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await details(page).waitFor();
      expect(page.url()).toMatch(/matrix\.on=actors/);
      await page.getByLabel('From').first().fill('2024');
      await page.keyboard.press('Enter');
      await page.getByText(/Top 1 of 1 actor,/).waitFor();
    });
  });

  describe('paths', () => {
    it('finds the ways between two chosen nodes with the words that carry each step', async () => {
      const page = await explorer.visit('?view=paths');
      await page.getByRole('heading', { name: /Choose two people/ }).waitFor();
      const from = page.getByRole('main').getByLabel('From');
      await from.fill('ira');
      await page.getByRole('option', { name: /Iran/ }).click();
      await page.getByRole('main').getByLabel('To').fill('cub');
      await page.getByRole('option', { name: /Cuba/ }).click();
      const first = page.getByRole('article', { name: 'Path 1' });
      await first.getByText('Iran condemns Cuba', { exact: false }).first().waitFor();
      // By its own date, or by that of the statement that says so.
      await first
        .getByText(/^(?:Stated )?\d{4}/)
        .first()
        .waitFor();
      const second = page.getByRole('article', { name: 'Path 2' });
      await second.getByText('2 steps').waitFor();
      await second.getByRole('button', { name: 'All 2 pieces of evidence: France and Cuba' }).click();
      await details(page).getByText('2 pieces of evidence').waitFor();
      await page.reload();
      await page.getByRole('article', { name: 'Path 2' }).waitFor();
      await page.getByRole('button', { name: 'Swap both ends' }).click();
      expect(page.url()).toContain('paths.from=country:CUB');
    });

    it('says when there is none, and what to do', async () => {
      const page = await explorer.visit('?view=paths&paths.from=country:IRN&paths.to=country:TCD');
      await page.getByRole('heading', { name: /No path of up to four steps/ }).waitFor();
      await page.getByText('Widen the dates or bring back some relations.').waitFor();
    });
  });

  describe('analysis', () => {
    it('ranks by a measure and says what it means', async () => {
      const page = await explorer.visit('?view=analysis');
      await page.getByText(/How much attention flows to it/).waitFor();
      await page.getByRole('button', { name: 'Betweenness' }).click();
      await page.getByText(/How often it is a go-between/).waitFor();
      const table = page.getByRole('table', { name: 'Ranking of nodes' });
      await table.getByRole('button', { name: 'Japan' }).click();
      await details(page).getByRole('heading', { name: 'Japan' }).waitFor();
      expect(page.url()).toContain('analysis.by=betweenness');
    });

    it('lists communities, triads under strain or not with their evidence, and blocs', async () => {
      const page = await explorer.visit('?view=analysis');
      await page.getByRole('tab', { name: 'Communities' }).click();
      const community = page.getByRole('region', { name: 'Community 1' });
      await community.getByRole('button', { name: /France|Chad/ }).waitFor();
      await page.getByRole('tab', { name: 'Triads' }).click();
      const balanced = page.getByRole('region', { name: 'Balanced', exact: true });
      await balanced.getByRole('button', { name: /Cuba conflict France 2 statements/ }).click();
      await details(page).getByText('2 pieces of evidence').waitFor();
      await page.getByRole('tab', { name: 'Blocs' }).click();
      await page.getByText(/Frustration: 0 of 4 pairs contradict/).waitFor();
      await page.getByRole('region', { name: 'Bloc 2' }).waitFor();
    });
  });
});
