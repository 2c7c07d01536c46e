import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Candidate, Home } from '../graph/identity/candidates.ts';
import { suggest } from '../graph/identity/suggest.ts';

interface Known {
  name: string;
  readonly aliases: string[];
  readonly homes: Map<string, Home & { readonly roles: string[] }>;
  readonly years: number[];
}

/** The people of the lexicon: every one is somebody else, and every alias of theirs is another way to write them. */
function readPeople(): Map<string, Known> {
  const [, ...lines] = readFileSync(new URL('../ingest/lexicon/people.tsv', import.meta.url), 'utf8').split(
    '\n',
  );
  const people = new Map<string, Known>();
  for (const line of lines) {
    if (line === '' || line.startsWith('#')) continue;
    const [slug = '', name = '', aliases = '', , office = '', of = '', from = '', to = ''] = line.split('\t');
    const known: Known = people.get(slug) ?? { name: '', aliases: [], homes: new Map(), years: [] };
    people.set(slug, known);
    if (name !== '') known.name = name;
    known.aliases.push(...aliases.split('|').filter((alias) => alias.includes(' ')));
    if (of !== '') {
      const home = known.homes.get(of) ?? { id: of, name: of, statements: 1, roles: [] };
      known.homes.set(of, home);
      home.roles.push(office);
    }
    known.years.push(...[from, to].filter((date) => date !== '').map((date) => Number(date.slice(0, 4))));
  }
  return people;
}

function candidate(id: string, name: string, { homes, years }: Known): Candidate {
  const active = years.length === 0 ? {} : { years: [Math.min(...years), Math.max(...years)] as const };
  return { id, label: 'Person', name, aliases: [], mentions: 3, homes: [...homes.values()], ...active };
}

it('finds most ways to write the people of the lexicon, and hardly takes one of them for another', () => {
  const people = [...readPeople()];
  const named = people.map(([slug, known]) => candidate(slug, known.name, known));
  const mistaken = suggest({ candidates: named, tied: [] }, []).filter((s) => s.verdict === 'same');
  const written = people.flatMap(([slug, known]) =>
    known.aliases.map((alias, i) => candidate(`${slug}#${i}`, alias, known)),
  );
  const found = suggest({ candidates: [...named, ...written], tied: [] }, []);
  const pairs = new Set(found.flatMap((s) => [`${s.id} ${s.other ?? ''}`, `${s.other ?? ''} ${s.id}`]));
  const right = written.filter(({ id }) => pairs.has(`${id} ${id.replace(/#.*/, '')}`)).length;
  const figures = {
    people: named.length,
    mistaken: mistaken.map((s) => `${s.id} ${s.other ?? ''}`),
    right,
    of: written.length,
  };
  expect(figures.people).toBeGreaterThan(1500);
  expect(figures.mistaken.length, JSON.stringify(figures)).toBeLessThanOrEqual(figures.people / 200);
  expect(right / written.length, JSON.stringify(figures)).toBeGreaterThan(0.84);
});
