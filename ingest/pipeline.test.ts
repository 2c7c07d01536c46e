import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { UNDIRECTED } from '../graph/model.ts';
import type { Edge } from '../graph/model.ts';
import { caseFile, readRows } from './testing/gaps.ts';
import { extractText, relationsOf, tiesOf } from './testing/read.ts';
import { readStatement } from './index.ts';
import type { StatementFields } from './index.ts';

const caseOf = z.strictObject({
  name: z.string(),
  text: z.string(),
  date: z.string().optional(),
  title: z.string().optional(),
  speaker: z.string().optional(),
  edges: z.array(z.string()),
  stances: z.array(z.string()).optional(),
  structure: z.array(z.string()).optional(),
  known: z.string().optional(),
});
type Case = z.infer<typeof caseOf>;

const FILES = ['clauses', 'moods', 'speech', 'names', 'things', 'settled'];
const load = (file: string): Case[] => z.array(caseOf).parse(parse(caseFile(`${file}.yaml`)));

/** `a TYPE b [modality] said by c on date`, the ends of an undirected relation in order. */
function told(e: Edge): string {
  const [a, b] = UNDIRECTED.has(e.type) && e.target < e.source ? [e.target, e.source] : [e.source, e.target];
  const modality = e.modality === 'asserted' ? '' : ` [${e.modality}]`;
  return `${a} ${e.type} ${b}${modality}${e.speaker ? ` said by ${e.speaker}` : ''}${e.date ? ` on ${e.date}` : ''}`;
}
const sorted = (list: Iterable<string>): string[] => [...new Set(list)].sort();

/** Expectations are written by hand: their undirected ends may stand in either order. */
function inOrder(expected: string): string {
  const [, a, type, b, rest] = /^(\S+) (\S+) (\S+)(.*)$/.exec(expected) ?? [];
  const turn = UNDIRECTED.has(type as never) && (b ?? '') < (a ?? '');
  return turn ? `${b} ${type} ${a}${rest}` : expected;
}

/** A text of several lines may have header lines, which are read as they are from a file. */
function read({ text, date, title, speaker }: Case) {
  const fields: StatementFields = {
    ...(date && { date }),
    ...(title && { title }),
    ...(speaker && { speaker }),
  };
  if (!/^Title: /.test(text)) return extractText(text, fields);
  const { text: whole, id: _id, language: _language, ...header } = readStatement(text, fields);
  return extractText(whole, header);
}

function check(c: Case): void {
  const found = read(c);
  const ties = tiesOf(found);
  expect(sorted(ties.map(told))).toEqual(sorted(c.edges.map(inOrder)));
  const stances = relationsOf(found).filter((e) => !ties.includes(e));
  if (c.stances) expect(sorted(stances.map(told))).toEqual(sorted(c.stances));
  if (c.structure)
    expect(found.edges.map((e) => `${e.source} ${e.type} ${e.target}`)).toEqual(
      expect.arrayContaining(c.structure),
    );
}

describe.each(FILES)('documents in cases/%s.yaml', (file) => {
  for (const c of load(file)) {
    if (c.known) it.fails(`${c.name} (known to fail: ${c.known})`, () => check(c));
    else it(c.name, () => check(c));
  }
});

it('there are at least 25 documents', () => {
  expect(FILES.flatMap(load).length).toBeGreaterThanOrEqual(25);
});

describe('people and bodies of cases/people.tsv', () => {
  it.each(readRows('people.tsv', ['text', 'people']))('$text', ({ text = '', people }) => {
    const named = extractText(text)
      .edges.filter((e) => e.type === 'MENTIONS')
      .map((e) => e.target);
    expect(sorted(named.filter((id) => /^(?:person|org):/.test(id))).join(' ')).toBe(people);
  });
});
