import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** scripts/nodes.mjs; its path is not written in an import so that the compiler leaves it alone. */
interface Nodes {
  readonly WANTED: readonly string[];
  findNode(wanted: string): string | undefined;
}
const { WANTED, findNode } = (await import(new URL('../scripts/nodes.mjs', import.meta.url).href)) as Nodes;
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const folders = [at('../examples'), at('../../shared/gold')].filter((folder) => existsSync(folder));
/** Places whose clocks, alphabets and rules for `i` differ from those of the machine that wrote the code. */
const PLACES: readonly Readonly<Record<string, string>>[] = [
  { TZ: 'UTC', LC_ALL: 'C' },
  { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'America/New_York', LANG: 'ar_EG.UTF-8' },
];

/** The hashes of all graphs, read by a Node of its own in a place. */
function graphs(node: string, place: Record<string, string>): { version: string; hashes: string[] } {
  const command = ['--import', 'tsx', at('hash-graphs.ts'), ...folders];
  const env = { PATH: process.env['PATH'] ?? '', ...place };
  const [version = '', ...hashes] = execFileSync(node, command, { encoding: 'utf8', cwd: at('..'), env })
    .trim()
    .split('\n');
  return { version, hashes };
}

describe('the same texts give the same graphs', { timeout: 120_000 }, () => {
  const here = graphs(process.execPath, PLACES[0]!);

  it('of which there are some', () => {
    expect(here.hashes.length).toBeGreaterThanOrEqual(16);
  });
  it.each(PLACES.slice(1))('at $TZ', (place) => {
    expect(graphs(process.execPath, place)).toEqual(here);
  });
  for (const wanted of WANTED) {
    const node = findNode(wanted);
    const why = node ? '' : ' (it is not fetched; run `npm run nodes` once)';
    it.skipIf(!node).each(PLACES.slice(1))(`on node@${wanted}${why} at $TZ`, (place) => {
      expect(graphs(node!, place).hashes).toEqual(here.hashes);
    });
  }
});
