import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { noBrowser, suite } from './browser.ts';
import { details, useExplorer } from './explorer.ts';

const LONG = `X${'x'.repeat(10_000)}`;
const ENGLISH =
  'The delegations came to the meeting, and the talks of the day went on for a long time. '.repeat(8);
const NOTE = {
  title: 'On the talks in Havana',
  date: '2023-12-04',
  source: 'Ministry of Foreign Affairs',
  text: 'The delegations arrived early.\n\nIran condemns Cuba. France said that Japan attacked Chad.',
};
const HOSTILE = {
  title: `<img src=x onerror=alert(1)> ${LONG.slice(0, 1900)}`,
  date: '2024-01-01',
  text: `Iran condemns <script>alert(1)</script> Cuba. 🕊️ قال\u202e gnitset. ${ENGLISH} Mali supports Chad. ${LONG}`,
};

describe.skipIf(noBrowser)(suite('statements and adding them'), () => {
  const explorer = useExplorer([NOTE, HOSTILE]);
  const reader = (page: Page) => page.getByRole('article', { name: 'Statement' });

  it('reads a statement with its edges in the margin, from text to graph and from graph to text', async () => {
    const page = await explorer.visit('?view=statements');
    await page.getByRole('button', { name: /On the talks in Havana/ }).click();
    const mark = reader(page).getByRole('button', { name: /Iran condemns Cuba/ });
    await reader(page).locator('mark', { hasText: 'Iran condemns Cuba' }).click();
    expect(await mark.getAttribute('data-pointed')).toBe('true');
    const claim = reader(page).getByRole('button', { name: /Japan attacks Chad · France says so/ });
    await claim.focus();
    expect(await reader(page).locator('mark[data-pointed]').allInnerTexts()).toEqual(['Japan attacked Chad']);
    expect(await mark.getAttribute('data-pointed')).toBeNull();
    await claim.press('Enter');
    const panel = details(page);
    await panel.getByText('Claim: France says so').waitFor();
    await panel.getByRole('button', { name: 'On the talks in Havana' }).click();
    await panel.getByRole('button', { name: 'Read with marks in the margin' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('shows a hostile statement as text, and deletes it after asking', async () => {
    const page = await explorer.visit('?view=statements', { colorScheme: 'dark' });
    await page.getByRole('button', { name: /<img src=x/ }).click();
    await reader(page).getByText('<script>alert(1)</script>').waitFor();
    await reader(page)
      .getByRole('button', { name: /Mali supports Chad/ })
      .waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Delete' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete this statement?' });
    await dialog.getByRole('button', { name: 'Delete it' }).click();
    await reader(page).getByRole('heading', { name: 'On the talks in Havana' }).waitFor();
    await page.getByRole('button', { name: /<img src=x/ }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /On the talks in Havana/ }).waitFor();
  });

  it('previews a pasted text marked up, saves nothing before it is told to, and keeps the draft', async () => {
    const page = await explorer.visit('?view=add');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByText('Paste the text of the statement first.').waitFor();
    await page.getByLabel('Text').fill('Japan supports Chad. Iran said that Mali attacked Niger.');
    await page.getByLabel('Title').fill('A new note');
    await page.getByRole('button', { name: 'Preview' }).click();
    const preview = page.getByRole('region', { name: 'Preview' });
    await preview.getByText('Preview: nothing is saved yet').waitFor();
    await preview.getByRole('button', { name: /Mali attacks Niger · Iran says so/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.reload();
    expect(await page.getByLabel('Text').inputValue()).toContain('Japan supports Chad.');
    await page.getByRole('button', { name: 'Save to the graph' }).click();
    await preview.getByRole('heading', { name: 'Saved' }).waitFor();
    await preview.getByRole('button', { name: 'Read it' }).click();
    await reader(page).getByRole('heading', { name: 'A new note' }).waitFor();
  });

  it('reads dropped files in the background, with progress and what was not taken', async () => {
    const page = await explorer.visit('?view=add', { width: 390, height: 844 });
    const lines = Array.from({ length: 40 }, (_, i) => JSON.stringify({ text: `Cuba supports Mali. ${i}` }));
    await page.locator('input[type=file]').setInputFiles([
      { name: 'one.txt', mimeType: 'text/plain', buffer: Buffer.from('Niger condemns Togo.') },
      {
        name: 'many.jsonl',
        mimeType: '',
        buffer: Buffer.from([...lines, '{"text": " "}', 'oops'].join('\n')),
      },
      {
        name: 'table.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(
          'title,text\nOn the talks,"The ministers met in the morning. France supports Japan."\n',
        ),
      },
      { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') },
    ]);
    const files = page.getByRole('region', { name: '4 files' });
    await files.getByText(/scan\.pdf: its name says PDF, its content does not/).waitFor();
    await files.getByText(/many\.jsonl:42: /).waitFor();
    await files.getByRole('button', { name: 'Read and save 43 statements' }).click();
    const job = page.getByRole('region', { name: 'Reading' });
    await job.getByRole('heading', { name: 'All read' }).waitFor();
    await job.getByText('42 new, 0 replaced, 0 there already').waitFor();
    await job.getByText('1 statement was not taken').click();
    await job.getByText('Number 42: the text is empty; there is nothing to read').waitFor();
    await page.reload();
    await job.getByRole('heading', { name: 'All read' }).waitFor();
    await job.getByRole('button', { name: 'Dismiss' }).click();
    await job.waitFor({ state: 'detached' });
    expect(page.url()).not.toContain('add.job');
  });

  it('cancels a long job; what was saved stays', async () => {
    const page = await explorer.visit('?view=add');
    const text = 'Iran condemns Cuba and France supports Japan after a meeting with Chad. '.repeat(20);
    const lines = Array.from({ length: 1500 }, (_, i) => JSON.stringify({ text: `${text} ${i}` }));
    await page
      .locator('input[type=file]')
      .setInputFiles([{ name: 'long.jsonl', mimeType: '', buffer: Buffer.from(lines.join('\n')) }]);
    await page.getByRole('button', { name: 'Read and save 1,500 statements' }).click();
    await page.getByRole('heading', { name: /[1-9]\d* of 1,500 statements read/ }).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    const end = page.getByRole('heading', {
      name: /Cancelled after [\d,]+ of 1,500; what was saved stays\./,
    });
    await end.waitFor({ timeout: 20_000 });
    const saved = Number(/after ([\d,]+)/.exec(await end.innerText())?.[1]?.replace(',', ''));
    expect(saved).toBeGreaterThan(0);
    expect(saved).toBeLessThan(1500);
  }, 40_000);
});
