import { expect, it } from 'vitest';
import { exportFile } from '../export/formats.ts';
import { serialiseExtraction } from '../serialise.ts';
import type { Extraction } from '../model.ts';
import type { StoredItem } from '../store/store.ts';
import { CUBA, IRAN, USA, said } from '../store/testing/builders.ts';
import { diff, NotInOrder } from './diff.ts';
import type { Diff } from './diff.ts';
import type { Item } from './item.ts';
import { fromStored, inOrder } from './item.ts';
import { linesOf, readItems } from './read.ts';
import { diffLines } from './text.ts';

const OLD = said('Iran condemned Cuba. Iran met with Cuba.', [[IRAN, 'CONDEMNS', CUBA]], { title: 'One' });
const NEW = said('Cuba thanked Iran.', [[CUBA, 'SUPPORTS', IRAN]], { title: 'Two', date: '2023-05' });

function stored(...extractions: Extraction[]): StoredItem[] {
  const nodes = new Map(extractions.flatMap((x) => x.nodes).map((n) => [n.id, n]));
  const items: StoredItem[] = [
    ...[...nodes.values()].map((node) => ({ kind: 'node', node, mentions: 1 }) as const),
    ...extractions.map(({ statement }) => ({ kind: 'statement', statement }) as const),
    ...extractions.flatMap((x) => x.edges.map((edge) => ({ kind: 'edge', edge }) as const)),
  ];
  return items.sort((a, b) => inOrder(fromStored(a), fromStored(b)));
}
async function* each<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list;
}
const items = (...extractions: Extraction[]): AsyncIterable<Item> =>
  each(stored(...extractions).map(fromStored));
const textOf = (found: Diff): string => [...diffLines(found, 100)].join('\n');

it('finds nothing between a graph and itself, in any of the formats that can be read', async () => {
  const exported = (format: 'json' | 'jsonl'): AsyncIterable<Item> => {
    const source = { items: each(stored(OLD, NEW)), offices: () => each([]) };
    return readItems(linesOf(exportFile(format, source).chunks));
  };
  const lines = [OLD, NEW].map((x, id) => JSON.stringify({ id, graph: serialiseExtraction(x) }));
  const printed = JSON.stringify(serialiseExtraction(OLD), undefined, 2);
  for (const other of [exported('json'), exported('jsonl'), readItems(each(lines))])
    expect(await diff(items(OLD, NEW), other)).toMatchObject({
      same: true,
      sizes: { after: { statements: 2, nodes: 2 } },
    });
  expect(await diff(items(OLD), readItems(linesOf(each([printed]))))).toMatchObject({ same: true });
});

it('lists what came and went, with quotes', async () => {
  const found = await diff(items(OLD), items(OLD, NEW));
  expect(found.totals).toEqual({
    ...{ nodes: { added: 0, gone: 0, changed: 0 }, statements: { added: 1, gone: 0, changed: 0 } },
    ...{ edges: { added: 1, gone: 0, changed: 0 }, mentions: { added: 2, gone: 0, changed: 0 } },
  });
  expect(textOf(found)).toContain('+ Cuba SUPPORTS Iran\n    “Cuba thanked Iran.”  2023-05  Two');
  const back = await diff(items(OLD, NEW), items(OLD));
  expect(back.edges.gone).toEqual(found.edges.added);
  expect(textOf(back)).toContain('- Cuba SUPPORTS Iran');
});

it('takes what other rules read in the same words for one change', async () => {
  const reread = (type: 'SUPPORTS' | 'REJECTS', to = CUBA): Extraction =>
    said(OLD.statement.text, [[IRAN, type, to, { confidence: 0.5 }]], { title: 'One' });
  const turned = await diff(items(OLD), items(reread('SUPPORTS')));
  expect(turned.totals.edges).toEqual({ added: 0, gone: 0, changed: 1 });
  expect(turned.edges.changed[0]).toMatchObject({
    turned: true,
    before: { type: 'CONDEMNS' },
    after: { type: 'SUPPORTS' },
  });
  // Not that it has another id and other reasons: that follows.
  expect(turned.edges.changed[0]?.fields.map(({ field }) => field)).toEqual(['confidence', 'type']);
  expect(textOf(turned)).toContain('turned round');
  expect(textOf(turned)).toContain('type: CONDEMNS -> SUPPORTS');
  expect((await diff(items(OLD), items(reread('REJECTS')))).edges.changed[0]?.turned).toBeUndefined();
  const condemned = said(OLD.statement.text, [[IRAN, 'CONDEMNS', USA]], { title: 'One' });
  const other = await diff(items(OLD), items(condemned));
  expect(textOf(other)).toContain('target: Cuba -> United States');
  expect(other.totals).toMatchObject({ nodes: { added: 1, gone: 1 }, edges: { changed: 1 } });
});

it('tells which fields changed, and ignores what it is told to', async () => {
  const surer = said(
    OLD.statement.text,
    [[{ ...IRAN, aliases: ['Persia'] }, 'CONDEMNS', CUBA, { confidence: 0.9, extractor: 'test 2' }]],
    { title: 'One' },
  );
  const found = await diff(items(OLD), items(surer));
  expect(found.edges.changed[0]?.fields).toEqual([{ field: 'confidence', before: 0.8, after: 0.9 }]);
  expect(textOf(found)).toContain('~ country:IRN\n    aliases: -Islamic Republic of Iran +Persia');
  const ignore = ['extractor', 'confidence', 'aliases'];
  expect(await diff(items(OLD), items(surer), { ignore })).toMatchObject({ same: true });
});

it('refuses what it cannot compare', async () => {
  await expect(diff(each(stored(OLD).map(fromStored).reverse()), items(OLD))).rejects.toThrow(NotInOrder);
  const cases: [string, RegExp][] = [
    ['', /empty/],
    ['who is who', /neither an export/],
    ['{"nodes":[{"key":"a","attributes":{}}],"edges":[]}', /node a has no label/],
    ['{"attributes":{"cut":"more than 10 rows"},"options":{},"nodes":[', /only a part of a graph/],
    [
      '{"options":{},"nodes":[\n{"key":"country:IRN","attributes":{"label":"Country","name":"Iran"}}',
      /ends in the middle/,
    ],
  ];
  for (const [text, why] of cases)
    await expect(diff(items(OLD), readItems(linesOf(each([text]))))).rejects.toThrow(why);
});
