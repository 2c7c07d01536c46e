import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { noBrowser, suite } from './browser.ts';
import { details, useExplorer } from './explorer.ts';

const STATEMENT = {
  title: 'First note',
  date: '2023-12-04',
  text: 'Iran condemns Cuba. France supports Japan. Chad met with Mali.',
};

describe.skipIf(noBrowser)(suite('versions of a graph'), () => {
  const explorer = useExplorer([STATEMENT]);
  const exported = async (): Promise<string> =>
    (await fetch(`${explorer.server.url}/api/export?format=jsonl`)).text();
  const choose = async (page: Page, slot: 'Before' | 'After', name: string, text: string): Promise<void> => {
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('group', { name: slot }).getByRole('button', { name: 'A file…' }).click();
    await (await choosing).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  };
  const list = (page: Page, name: string) => page.getByRole('region', { name });

  const quote = (page: Page, kind: string, words: string) =>
    list(page, kind).getByRole('blockquote').filter({ hasText: words });

  it('compares an export with the graph as it is, and two exports, with quotes', async () => {
    const now = await exported();
    // What an earlier version may have read in the same words: another relation, nothing of Chad, and one more name.
    const before = now
      .split('\n')
      .filter((line) => !line.includes('"type":"MET_WITH"'))
      .map((line) =>
        line.replace('"type":"CONDEMNS"', '"type":"SUPPORTS"').replace('"name":"Japan"', '"name":"Nippon"'),
      )
      .join('\n');
    const page = await explorer.visit('?view=diff');
    await page.getByRole('heading', { name: 'Choose two to compare' }).waitFor();
    await choose(page, 'Before', 'monday.jsonl', before);
    await quote(page, 'Added', 'Chad met with Mali').waitFor();
    await list(page, 'Changed').getByText('turned round').waitFor();
    await list(page, 'Changed').getByText('type: SUPPORTS → CONDEMNS').waitFor();
    await quote(page, 'Changed', 'Iran condemns Cuba').waitFor();
    expect(await violations(page)).toEqual([]);
    await list(page, 'Added').getByRole('button', { name: 'First note' }).click();
    await details(page).getByText('First note').first().waitFor();
    await page.getByRole('radiogroup', { name: 'Part' }).getByText('Nodes 1').click();
    await list(page, 'Changed').getByText('name: Nippon → Japan').waitFor();
    expect(new URL(page.url()).searchParams.get('diff.part')).toBe('nodes');

    await choose(page, 'After', 'tuesday.jsonl', before);
    await page.getByText('The two are the same.').waitFor();
    await choose(page, 'After', 'broken.json', '{"nodes": 1}');
    await page
      .getByRole('alert')
      .getByText(/after: it is neither an export/)
      .waitFor();
  });
});
