import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, suite } from './browser.ts';
import { useExplorer } from './explorer.ts';

const STATEMENTS = [
  { title: 'One', date: '2022-03-02', text: 'Iran condemns Cuba over Ukraine. France supports Japan.' },
  { title: 'Two', date: '2024-05-01', text: 'Cuba condemns Iran.' },
];
const ENDLESS = 'MATCH (a),(b),(c),(d),(e),(f),(g),(h),(i),(j) RETURN count(*)';

describe.skipIf(noBrowser)(suite('Cypher console'), () => {
  const explorer = useExplorer(STATEMENTS);
  const visit = async (): Promise<Page> => {
    const page = await explorer.visit('?view=cypher');
    await page.getByRole('textbox', { name: 'Cypher query' }).waitFor();
    return page;
  };
  const write = async (page: Page, cypher: string): Promise<void> => {
    await page.getByRole('textbox', { name: 'Cypher query' }).click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(cypher);
    await page.keyboard.press('Escape');
  };

  it('asks a ready question with its parameters and shows rows, a graph and JSON', async () => {
    const page = await visit();
    await page.getByRole('button', { name: /Who condemned whom over a topic/ }).click();
    await page.getByText('MATCH (a:Entity)-[r:CONDEMNS]->(b:Entity)').first().waitFor();
    await page.getByRole('textbox', { name: 'Topic', exact: true }).fill('Ukraine');
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByText(/^1 row in/).waitFor();
    await page.getByRole('button', { name: 'Iran', exact: true }).click();
    await page
      .getByRole('complementary', { name: 'Details' })
      .getByRole('heading', { name: 'Iran' })
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'JSON' }).click();
    await page.getByText('"columns"').waitFor();
    await page.getByRole('tab', { name: 'Graph' }).click();
    await page.getByRole('img', { name: /Graph of 2 nodes and 1 tie/ }).waitFor();
    await page.getByRole('button', { name: 'Show in explorer' }).click();
    await page.getByText('Result of a query').waitFor();
    await page.getByRole('img', { name: /Graph of 2 nodes and 1 tie/ }).waitFor();
    await page.getByRole('button', { name: 'Show the whole graph' }).click();
    await page.getByText(/All \d+ edges shown/).waitFor();
  });

  it('says where a query is wrong, and what the store lacks', async () => {
    const page = await visit();
    await write(page, 'RETURN nosuch(1)');
    await page.getByRole('button', { name: 'Run' }).click();
    await page
      .getByRole('alert')
      .getByText(/Unknown function 'nosuch'/)
      .waitFor();
    await page.getByRole('alert').getByText('Line 1, column 8').waitFor();
    await write(page, 'MATCH (n:Person|Country) RETURN n');
    await page.getByRole('button', { name: 'Run' }).click();
    await page
      .getByRole('alert')
      .getByText(/label expression.*or use Neo4j/)
      .waitFor();
    await write(page, 'CREATE (n:X)');
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.getByRole('alert').getByText('queries only read: this one would write').waitFor();
  });

  it('leads others to the query that was run by the address of the page', async () => {
    const page = await visit();
    await write(page, 'MATCH (n:Country {name: $who}) RETURN n.name AS found');
    await page.getByRole('textbox', { name: '$who', exact: true }).fill('Cuba & co');
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByText(/^0 rows in/).waitFor();
    const shared = await explorer.visit(new URL(page.url()).search);
    await shared.getByText('MATCH (n:Country {name: $who}) RETURN n.name AS found').first().waitFor();
    const who = shared.getByRole('textbox', { name: '$who', exact: true });
    expect(await who.inputValue()).toBe('Cuba & co');
    await who.fill('Cuba');
    await shared.getByRole('button', { name: 'Run' }).click();
    await shared.getByText(/^1 row in/).waitFor();
    await shared.goBack();
    await expect.poll(() => who.inputValue()).toBe('Cuba & co');
  });

  it('completes the names of the store', async () => {
    const page = await visit();
    await write(page, '');
    await page.keyboard.type('MATCH (n:Coun');
    await page
      .getByRole('option', { name: /Country/ })
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
  });

  it('cancels a query that does not end, and can ask the next', async () => {
    const page = await visit();
    await write(page, ENDLESS);
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText(/^Cancelled/).waitFor();
    await write(page, 'RETURN 41 + 1 AS answer');
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByRole('cell', { name: '42' }).waitFor();
  });

  it('asks for parameters by their type, remembers queries and keeps them under names', async () => {
    const page = await visit();
    await write(page, 'RETURN $n + 1 AS next');
    await page.getByRole('combobox', { name: 'Type of $n' }).selectOption('Number');
    await page.getByText('Fill in $n first.').waitFor();
    await page.getByRole('textbox', { name: '$n', exact: true }).fill('41');
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByRole('cell', { name: '42' }).waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('textbox', { name: 'Name of the query' }).fill('My sum');
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.reload();
    await page.getByRole('tab', { name: 'Saved' }).click();
    await page.getByRole('button', { name: /^My sum/ }).click();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByRole('button', { name: /RETURN \$n \+ 1 AS next/ }).waitFor();
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByRole('cell', { name: '42' }).waitFor();
  });

  it('shows the plan', async () => {
    const page = await visit();
    await write(page, 'MATCH (n:Entity) RETURN n');
    await page.getByRole('button', { name: 'Explain' }).click();
    await page.getByRole('region', { name: 'Plan' }).waitFor();
  });
});
