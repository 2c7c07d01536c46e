import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { noBrowser, suite } from './browser.ts';
import { useExplorer } from './explorer.ts';

const STATEMENT = {
  title: 'On the talks </script><script>alert(1)</script>',
  date: '2023-12-04',
  source: 'Ministry of Foreign Affairs',
  text: 'Iran condemns Cuba. France said that Japan attacked Chad <img src=x onerror=alert(1)>.',
};

describe.skipIf(noBrowser)(suite('taking the view away'), () => {
  const explorer = useExplorer([STATEMENT]);
  let folder: string;

  /** Chooses a format and gives back where the file lies. */
  const take = async (page: Page, format: string, name: string): Promise<string> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: format }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(name);
    const path = join(folder, name);
    await copyFile(await download.path(), path);
    return path;
  };
  const openDialog = async (search = ''): Promise<Page> => {
    const page = await explorer.visit(search);
    await page.getByRole('img', { name: /Graph of \d+ nodes/ }).waitFor();
    await page.getByRole('button', { name: 'Take away' }).click();
    await page.getByRole('dialog', { name: 'Take this view away' }).waitFor();
    return page;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'entente-take-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('as a picture with title, filters, legend and date', async () => {
    const page = await openDialog('?relations=CONDEMNS~ATTACKS&graph.layout=region');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Title' }).fill('Who <condemns> & attacks');
    const svg = await readFile(await take(page, 'SVG drawing', 'entente.svg'), 'utf8');
    const words = await page.evaluate((text) => {
      const drawing = new DOMParser().parseFromString(text, 'image/svg+xml');
      return [...drawing.querySelectorAll('text')].map((element) => element.textContent);
    }, svg);
    const today = new Date().toISOString().slice(0, 10);
    expect(words).toEqual(
      expect.arrayContaining([
        'Who <condemns> & attacks',
        'Relations: condemns, attacks',
        'Iran',
        'Country',
        'Conflict · deeds',
        'Americas',
      ]),
    );
    expect(words.some((line) => line?.includes(`all 2 edges. Made with Entente on ${today}`))).toBe(true);
    const png = await readFile(await take(page, 'PNG image', 'entente.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(1200);
    expect(png.length).toBeGreaterThan(10_000);
  }, 40_000);

  it('as data: only what is shown', async () => {
    const page = await openDialog('?relations=CONDEMNS');
    const json = JSON.parse(await readFile(await take(page, 'JSON', 'entente.json'), 'utf8')) as {
      nodes: { key: string }[];
      edges: { attributes: { quote: string } }[];
    };
    const keys = json.nodes.map((node) => node.key);
    expect(keys).toEqual(['country:CUB', 'country:IRN', expect.stringMatching(/^statement:/)]);
    expect(json.edges.map((edge) => edge.attributes.quote)).toEqual(['Iran condemns Cuba']);
    expect(await readFile(await take(page, 'GEXF', 'entente.gexf'), 'utf8')).toContain('<gexf');
    expect(await readFile(await take(page, 'GraphML', 'entente.graphml'), 'utf8')).toContain('<graphml');
    const edges = await readFile(await take(page, 'CSV of edges', 'entente-edges.csv'), 'utf8');
    expect(edges.trim().split('\r\n')).toHaveLength(2);
    const nodes = await readFile(await take(page, 'CSV of nodes', 'entente-nodes.csv'), 'utf8');
    expect(nodes).toContain('country:CUB,Country,Cuba');
    expect(nodes).not.toContain('country:FRA');
  });

  it('says so when the server is gone', async () => {
    const page = await openDialog();
    await page.route('**/api/export/part', (route) => route.abort());
    await page.getByRole('button', { name: 'GEXF' }).click();
    await page.getByText('The file could not be made').waitFor();
    await page.getByText('The server cannot be reached. Is it still running?').waitFor();
  });

  it('as one file that opens without a server, with quotes and search, and runs nothing of what it holds', async () => {
    const page = await openDialog();
    const path = await take(page, 'HTML file', 'entente.html');
    await page.context().close();
    const offline = await explorer.visit(pathToFileURL(path).href, { colorScheme: 'dark' });
    const asked: string[] = [];
    offline.on('request', (request) => asked.push(request.url()));
    await offline.getByRole('button', { name: /Iran · Country/ }).click();
    await offline.getByRole('heading', { name: 'Iran condemns Cuba' }).waitFor();
    await offline.getByText('Ministry of Foreign Affairs, 2023-12-04', { exact: false }).first().waitFor();
    await offline.getByRole('searchbox', { name: 'Search names and quotes' }).fill('attacked');
    await offline.getByRole('heading', { name: 'Japan attacks Chad' }).waitFor();
    await offline.getByText('France says so', { exact: false }).waitFor();
    await offline.getByText('</script><script>alert(1)</script>', { exact: false }).first().waitFor();
    await offline.locator('svg [data-id="country:CUB"]').click();
    await offline.getByRole('heading', { name: 'Cuba', exact: true }).waitFor();
    const before = await offline.locator('main svg').getAttribute('viewBox');
    await offline.mouse.move(300, 300);
    await offline.mouse.wheel(0, -300);
    await expect.poll(() => offline.locator('main svg').getAttribute('viewBox')).not.toBe(before);
    expect(asked).toEqual([]);
  });
});
