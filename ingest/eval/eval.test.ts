import { describe, expect, it } from 'vitest';
import { extractText } from '../testing/read.ts';
import { calibrate } from './calibration.ts';
import { scoreEntities } from './entities.ts';
import { scoreEvents } from './events.ts';
import { scoreDocument } from './gold.ts';
import type { GoldGraph, Judged } from './gold.ts';
import { likeness } from './names.ts';
import { scorePairs } from './pairs.ts';
import { formatReport, goldReport } from './report.ts';
import { score } from './tally.ts';

const GOLD: GoldGraph = {
  document: 'a.txt',
  nodes: [
    { id: 'macron', type: 'Person', name: 'Emmanuel Macron' },
    { id: 'fra', type: 'Country', name: 'France' },
    { id: 'irn', type: 'Country', name: 'Iran', aliases: ['Islamic Republic of Iran'] },
    { id: 'cub', type: 'Country', name: 'Cuba' },
    { id: 'mars', type: 'Place', name: 'Marseille' },
  ],
  edges: [
    { source: 'macron', type: 'CONDEMNS', target: 'irn' },
    { source: 'macron', type: 'REPRESENTS', target: 'fra' },
    { source: 'macron', type: 'THREATENS', target: 'irn' },
    { source: 'fra', type: 'SUPPORTS', target: 'cub', arguable: true },
  ],
};
const TEXT = 'French President Emmanuel Macron condemned Iran. France supports Cuba. Iran thanked Cuba.';

describe('a document', () => {
  const scored = scoreDocument(GOLD, extractText(TEXT));
  it('is scored by level; an arguable edge counts for nothing', () => {
    expect(scored.levels.relations).toEqual({ right: 1, wrong: 1, missed: 1 });
    expect(scored.levels.structure).toEqual({ right: 1, wrong: 0, missed: 0 });
    expect(scored.nodes.Country).toEqual({ right: 3, wrong: 0, missed: 0 });
    expect(scored.nodes.Place).toEqual({ right: 0, wrong: 0, missed: 1 });
    expect(scored.quotes).toEqual({ verbatim: 3, all: 3 });
  });
  it('is seen by countries too', () => {
    expect(scored.found.filter((f) => f.level === 'country').map((f) => `${f.key} ${f.verdict}`)).toEqual(
      expect.arrayContaining([
        'fra CONDEMNS irn right',
        'fra SUPPORTS cub arguable',
        'irn SUPPORTS cub wrong',
      ]),
    );
    expect(scored.missed.filter((m) => m.level === 'country').map((m) => m.key)).toEqual([
      'fra THREATENS irn',
    ]);
  });
  it('goes into a report', () => {
    const gold = goldReport([scored]);
    expect(gold.levels['relations']).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5, gold: 2 });
    expect(gold.errors).toContain('a.txt: missed relations macron THREATENS irn');
    const own = {
      frames: 1,
      examples: 1,
      share: 1,
      counterexamples: 0,
      quiet: 0,
      traps: 0,
      trapsQuiet: 0,
      errors: [],
    };
    const words = formatReport({ own, gold }, true);
    expect(words).toMatch(/relations +0\.500 0\.500 0\.500 +2\n/);
    expect(words).toContain('extra relations irn SUPPORTS cub');
  });
});

it('names are alike by their words', () => {
  expect(likeness(['Miguel Díaz-Canel'], ['miguel diaz canel'])).toBe(1);
  expect(likeness(['the President of Cuba'], ['Cuba'])).toBe(1);
  expect(likeness(['Emmanuel Macron'], ['Brigitte Macron'])).toBe(0.5);
  expect(likeness(['Iran'], [])).toBe(0);
});

it('nothing found of nothing is 0, not a fraction', () => {
  expect(score({ right: 0, wrong: 0, missed: 0 })).toEqual({ precision: 0, recall: 0, f1: 0, gold: 0 });
});

it('pairs: neutral rows stand apart, a PLOVER name is ours', () => {
  const row = (id: string, type: string | null) => ({ id, type, text: '', source: 'a', target: 'b' });
  const answers: Record<string, string | null> = { a: 'YIELDS_TO', b: 'CONDEMNS', c: null, d: null };
  const rows = [row('a', 'RETREAT'), row('b', 'REJECT'), row('c', 'AID'), row('d', null)];
  const result = scorePairs(rows, ({ id }) => answers[id] ?? null);
  expect(result).toMatchObject({
    rows: 3,
    accuracy: 1 / 3,
    sameSide: 2 / 3,
    answered: 2 / 3,
    neutral: { rows: 1, leftAlone: 1 },
  });
  expect(result.macroF1).toBe(0.25);
  expect(result.errors.map((e) => e.id)).toEqual(['b', 'c']);
});

it('events: reciprocal records are joined, further edges are counted', () => {
  const side = (source: string, code: string) => ({
    source,
    source_country: code,
    target: null,
    target_country: null,
    type: 'AGREE',
    reciprocal: true,
  });
  const events = [side('Kenya', 'KEN'), side('Japan', 'JAP')];
  const result = scoreEvents(
    [{ id: '1', text: 'Kenya and Japan agreed on a pipeline. Chad attacked Mali.', events }],
    (row) => extractText(row.text),
  );
  expect(result).toMatchObject({ sentences: 1, events: 1, found: 1, extra: 1 });
});

it('entities: unnamed ones do not count', () => {
  const entities = [
    { type: 'Location', text: 'Norway' },
    { type: 'Person', text: 'Jens Stoltenberg' },
    { type: 'Organisation', text: 'all political parties' },
    { type: 'Organisation', text: 'Arctic Fishing Board' },
  ];
  const result = scoreEntities([{ id: '1', text: 'Jens Stoltenberg visited Norway.', entities }], (row) =>
    extractText(row.text),
  );
  expect(result.named).toMatchObject({ precision: 1, recall: 2 / 3 });
  expect(result.labelled).toBe(1);
});

it('confidence: edges fall into bins by how sure they are', () => {
  const edge = (confidence: number, verdict: Judged['verdict']): Judged => ({
    level: 'relations',
    key: 'k',
    type: 'AIDS',
    confidence,
    verdict,
  });
  const { bins, sure, unsure } = calibrate([
    edge(0.95, 'right'),
    edge(0.8, 'wrong'),
    edge(0.4, 'right'),
    edge(0.9, 'arguable'),
  ]);
  expect(bins.map((b) => b.all)).toEqual([1, 0, 0, 0, 1, 1]);
  expect([sure.share, unsure.share]).toEqual([0.5, 1]);
});
