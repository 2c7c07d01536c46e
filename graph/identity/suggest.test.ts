import { describe, expect, it } from 'vitest';
import { entityId } from '../ids.ts';
import type { Candidate, ComparedLabel, Home } from './candidates.ts';
import { suggest } from './suggest.ts';

type Known = Partial<Omit<Candidate, 'homes'>> & { readonly home?: string; readonly role?: string };

function candidate(label: ComparedLabel, name: string, { home, role, ...more }: Known = {}): Candidate {
  const homes: Home[] =
    home === undefined
      ? []
      : [{ id: home, name: home, statements: 3, roles: role === undefined ? [] : [role] }];
  return { id: entityId(label, name), label, name, aliases: [], mentions: 3, homes, ...more };
}
const person = (name: string, known?: Known): Candidate => candidate('Person', name, known);
const body = (name: string, known?: Known): Candidate => candidate('Organization', name, known);
const suggested = (...candidates: Candidate[]): boolean =>
  suggest({ candidates, tied: [] }, []).some((s) => s.verdict === 'same');

const [UKR, USA, AUS, CAN, IRN] = ['UKR', 'USA', 'AUS', 'CAN', 'IRN'].map((code) => `country:${code}`) as [
  string,
  string,
  string,
  string,
  string,
];

const ONE: readonly (readonly [string, string])[] = [
  ['Volodymyr Zelensky', 'Volodymyr Zelenskyy'],
  ['Volodymyr Zelenskiy', 'Volodymyr Zelenskyi'],
  ['Muammar Gaddafi', 'Moammar Qaddafi'],
  ['Muammar al-Gaddafi', 'Muammar Gadhafi'],
  ['Abdel Fattah el-Sisi', 'Abdel Fattah al-Sisi'],
  ['Abdel Fattah el-Sisi', 'Abdelfattah Al-Sisi'],
  ['Mohammed bin Salman', 'Mohammad bin Salman'],
  ['Mohamed Morsi', 'Muhammad Mursi'],
  ['Saddam Hussein', 'Saddam Husayn'],
  ['Hassan Rouhani', 'Hasan Ruhani'],
  ['Xi Jinping', 'Jinping Xi'],
  ['Kim Jong-un', 'Kim Jong Un'],
  ['Tsai Ing-wen', 'Tsai Ingwen'],
  ['Zoran Đinđić', 'Zoran Dindic'],
  ['Recep Tayyip Erdoğan', 'Recep Tayyip Erdogan'],
  ['Recep Tayyip Erdoğan', 'Recep Erdogan'],
  ['Sergey Lavrov', 'Sergei Lavrov'],
  ['Mikhail Gorbachev', 'Mikhail Gorbachov'],
  ['John Kerry', 'J. Kerry'],
  ['Viktor Orbán', 'Orbán Viktor'],
  ['José Manuel Barroso', 'Jose Manuel Barroso'],
  ['Nursultan Nazarbayev', 'Nursultan Nazarbaev'],
  ['Viktor Yanukovych', 'Viktor Yanukovich'],
];

describe('people who are one', () => {
  it.each(ONE)('%s, %s', (a, b) => expect(suggested(person(a), person(b))).toBe(true));

  it('whose given name is missing, when country or office say so', () => {
    const [known, short] = ['Volodymyr Zelenskyy', 'Zelensky'];
    expect(suggested(person(known), person(short))).toBe(false);
    expect(suggested(person(known, { home: UKR }), person(short, { home: UKR }))).toBe(true);
    expect(
      suggested(person('Xi Jinping', { home: 'country:CHN' }), person('Xi', { home: 'country:CHN' })),
    ).toBe(true);
    const office = { home: UKR, role: 'president' };
    const [best] = suggest({ candidates: [person(known, office), person(short, office)], tied: [] }, []);
    expect(best).toMatchObject({ id: 'person:zelensky', other: 'person:volodymyr-zelenskyy' });
    expect(best?.reasons.join('; ')).toMatch(
      /lacks “volodymyr”; both stand for country:UKR; both are called president/,
    );
  });
});

describe('people who are two', () => {
  it.each([
    ['Ali Khamenei', 'Mojtaba Khamenei'],
    ['George H. W. Bush', 'Barbara Bush'],
    ['Hillary Clinton', 'Bill Clinton'],
    ['Mahmoud Abbas', 'Mohammed Abbas'],
    ['Kim Jong-un', 'Kim Jong-il'],
    ['Fidel Castro', 'Raúl Castro'],
    ['Li Keqiang', 'Li Qiang'],
    ['Wang Yi', 'Wang Wenbin'],
    ['Boris Johnson', 'Lyndon Johnson'],
    ['Vladimir', 'Vladimir Putin'],
    ['Dmitry Peskov', 'Dmitry Medvedev'],
    ['Park Geun-hye', 'Park Chung-hee'],
    ['Rafael Grossi', 'Rafael Correa'],
    ['Ivanov', 'Sergei Ivanov'],
  ])('%s, %s', (a, b) => expect(suggested(person(a), person(b))).toBe(false));

  it('for their countries, their times, or because they deal with each other', () => {
    expect(
      suggested(
        person('David Johnston', { home: CAN, id: 'person:a' }),
        person('David Johnston', { home: AUS }),
      ),
    ).toBe(false);
    expect(
      suggested(
        person('Robert Kennedy', { years: [1960, 1968] }),
        person('Robert F. Kennedy', { years: [2005, 2025] }),
      ),
    ).toBe(false);
    const [a, b] = [person('Mohamed Morsi'), person('Mohammed Mursi')];
    expect(suggest({ candidates: [a, b], tied: [[b.id, a.id]] }, [])).toEqual([]);
  });

  it('who share a name that fits several', () => {
    const bushes = ['George W. Bush', 'Jeb Bush', 'Bush'].map((name) => person(name, { home: USA }));
    expect(suggested(...bushes)).toBe(false);
  });

  it('who bear one name and speak for two countries', () => {
    const johnston = person('David Johnston');
    const homes = [AUS, CAN].map((id, i) => ({ id, name: id, statements: 3 + i, roles: [] }));
    expect(suggest({ candidates: [{ ...johnston, homes }], tied: [] }, [])).toEqual([
      {
        ...{ verdict: 'apart', label: 'Person', id: johnston.id, score: 0.77 },
        reasons: ['speaks for country:CAN in 4, for country:AUS in 3 statements'],
      },
    ]);
    const slip = [
      { ...homes[0]!, statements: 1 },
      { ...homes[1]!, statements: 20 },
    ];
    expect(suggest({ candidates: [{ ...johnston, homes: slip }], tied: [] }, [])).toEqual([]);
  });
});

describe('organisations', () => {
  it.each([
    ['UNHCR', 'United Nations High Commissioner for Refugees', true],
    ['IAEA', 'International Atomic Energy Agency', true],
    ['Organisation of Islamic Cooperation', 'Organization of Islamic Cooperation', true],
    ['Hezbollah', 'Hizbullah', false],
    ['Ministry of Foreign Affairs', 'Foreign Affairs Ministry', true],
    ['World Health Organization', 'World Trade Organization', false],
    ['African Union', 'European Union', false],
    ['Northern Alliance', 'Alliance', false],
    ['Labour Party', 'Labour Youth Party', false],
    ['G7', 'G20', false],
    ['First Army Corps', 'Second Army Corps', false],
    ['UN', 'Union of Nigeria', false],
  ])('%s, %s: %s', (a, b, same) => expect(suggested(body(a), body(b))).toBe(same));

  it('lack a word, when their country is the same', () => {
    const [full, short] = ['Islamic Revolutionary Guard Corps', 'Revolutionary Guard Corps'];
    expect(suggested(body(full), body(short))).toBe(false);
    expect(suggested(body(full, { home: IRN }), body(short, { home: IRN }))).toBe(true);
  });
});

it('does not ask again about what was decided', () => {
  const [a, b] = [person('Mohamed Morsi'), person('Mohammed Mursi')];
  for (const verdict of ['same', 'different'] as const)
    expect(suggest({ candidates: [a, b], tied: [] }, [{ verdict, id: b.id, other: a.id }])).toEqual([]);
});

it('comes out the same in whatever order names went in', () => {
  // Some of them differ in diacritics only, which an id leaves out.
  const all = [...new Set(ONE.flat())].map((name, i) => person(name, { home: IRN, id: `person:${i}` }));
  const there = suggest({ candidates: all, tied: [] }, []);
  expect(there.length).toBeGreaterThanOrEqual(ONE.length);
  expect(suggest({ candidates: [...all].reverse(), tied: [] }, [])).toEqual(there);
});
