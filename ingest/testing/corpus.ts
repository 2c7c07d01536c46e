/**
 * Makes collections of specimen releases: shapes and lengths as ministries publish them, words by chance from a seed, so
 * that a collection of any size is the same every time. What they say never happened; they are for measuring, not for reading.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Statement } from '../../graph/model.ts';
import { readStatement } from '../statement.ts';
import { MANY, SINGLE } from './originals.ts';
import type { Release } from './originals.ts';

/** mulberry32: small and even enough. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const list = (words: string): readonly string[] => words.split('|');
const WORDS = {
  c: list(
    'Norway|Malta|Peru|Chile|Ghana|Kenya|Nepal|Japan|Brazil|Canada|Mexico|Egypt|Jordan|Turkey|Poland|Greece|Cyprus|Serbia|Latvia|Estonia|Vietnam|Malaysia|Indonesia|Mongolia|Armenia|Georgia|Morocco|Tunisia|Senegal|Nigeria|Ethiopia|Uganda|Rwanda|Zambia|Namibia|Angola|Ecuador|Colombia|Panama|Jamaica|Iceland|Ireland|Portugal|Slovenia|Croatia|Hungary|Austria|Belgium|Thailand|Cambodia',
  ),
  o: list(
    'the United Nations|the African Union|the European Union|NATO|the Arab League|ASEAN|the OSCE|the Council of Europe|the World Health Organization|UNESCO|the IAEA|the World Bank',
  ),
  i: list(
    'the fishing dispute|maritime security|visa rules|the customs agreement|climate finance|the border crossing|food security|the grain corridor|cyber security|the refugee question|water rights|nuclear safety|the extradition treaty|air traffic|vaccine production|arms control|the railway project|human trafficking|energy cooperation|the peace process',
  ),
  p: list(
    'Geneva|Vienna|Nairobi|Oslo|Lima|Jakarta|Addis Ababa|Brussels|Rabat|Ottawa|Bangkok|Doha|Lisbon|Dakar|Tallinn|Kathmandu',
  ),
  a: list('constructive|frank|regular|timely|detailed|friendly|difficult|preliminary|extensive|technical'),
  m: list('January|February|March|April|May|June|July|August|September|October|November|December'),
  w: list(
    'this week|last month|in the spring|on Monday|on Tuesday|on Friday|over the summer|ahead of the summit|after the vote|before the deadline',
  ),
} as const;
const SENTENCES = list(
  'The foreign minister of {c} met his counterpart from {c} in {p} {w} and raised {i}.|{c} condemned the decision of {c} to suspend talks on {i}.|{c} thanked {c} for its {a} contribution to {i}.|' +
    '{c} called on {c} to return to {a} negotiations about {i} by {n} {m}.|{o} welcomed the {a} report that {c} submitted on {i}.|The government of {c} rejected the claims of {c} regarding {i}.|' +
    '{c} and {c} signed an agreement on {i} in {p} {w}.|{c} will provide {n} million dollars to {c} for {i}.|The spokesman of {c} said that {c} had violated the {a} understanding on {i}.|' +
    '{c} imposed sanctions on {c} {w} because of {i}.|The delegation of {c} told {o} that {i} could not wait.|Both sides described their {a} exchange on {i} as useful.|' +
    'The ministry of {c} expressed concern about the conduct of {c} near {p}.|{c} supports the candidacy of {c} for the {a} committee on {i}.|The {n} experts who gathered in {p} discussed {i} and {i}.|' +
    'In {m}, {c} opened {n} new offices in {p}, which will deal with {i}.|{c} has lifted its ban on imports from {c}, and {o} took note of it {w}.|{c} accused {c} of shelling {n} villages near the border and demanded an inquiry by {o}.|' +
    '“Nobody can solve {i} alone”, the ambassador of {c} said in {p}.|The armed forces of {c} and {c} held a {a} exercise with {n} soldiers {w}.|{c} offered to mediate between {c} and {c} in the matter of {i}.|' +
    'Parliament in {c} ratified the protocol on {i} by {n} votes.|The embassy of {c} in {p} was informed of {i} {w}.|{c} expelled {n} diplomats of {c} {w}, which regretted the step.|{c} urged {o} to send {n} observers to {c}.',
);
/** Sentences that name nobody: what a good part of a release consists of. */
const SETTING = list(
  'The meeting, which had been postponed twice, lasted for more than {n} minutes and ended without a joint text.|Details of the arrangement will be published once the legal services have finished their work on the annexes.|' +
    'The talks were held in a {a} atmosphere, and those present agreed to keep working groups at expert level in session.|A technical note with the figures of the last {n} months is attached to this notice and will be brought up to date in {m}.|' +
    'There was broad agreement that the measures taken {w} had not yet shown the results that were hoped for.|Work on the remaining chapters continues, and a further round is planned for the second half of {m}.|' +
    'Journalists may register for the briefing until {n} {m}; equipment has to be declared at the entrance.|Over the past ten years the number of families affected has fallen by a third, although progress has been uneven between regions.|' +
    'This is a matter of trust as much as of money, and it will take patience to put right what went wrong {w}.|The programme covers training, spare parts and maintenance, with a first instalment to be paid before the end of {m}.|' +
    'As in earlier years, the costs are shared according to a key that takes income and population into account.|Observers on the ground reported {n} incidents in the period under review, most of them minor and settled on the spot.',
);
/** Of a hundred sentences so many name nobody: with this, a release has about as many edges in a thousand characters as real ones. */
const SETTING_SHARE = 45;

/** One release; the same number gives the same one. */
export function release(n: number): Release {
  const random = chance(n + 1);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const fill = (template: string): string =>
    template.replace(/\{(\w)\}/g, (_, slot: string) =>
      slot === 'n' ? String(2 + Math.floor(random() * 900)) : pick(WORDS[slot as keyof typeof WORDS]),
    );
  // Most have 1,000 to 4,000 characters, a few are long: a log-normal distribution.
  const normal = Math.sqrt(-2 * Math.log(random() || 1e-9)) * Math.cos(2 * Math.PI * random());
  const sentences = Math.min(400, Math.max(4, Math.round(Math.exp(3 + 0.6 * normal))));
  const paragraphs: string[] = [];
  for (let left = sentences; left > 0;) {
    const size = Math.min(left, 1 + Math.floor(random() * 4));
    paragraphs.push(
      Array.from({ length: size }, () =>
        fill(pick(random() * 100 < SETTING_SHARE ? SETTING : SENTENCES)),
      ).join(' '),
    );
    left -= size;
  }
  const two = (x: number): string => String(x).padStart(2, '0');
  const date = `${2005 + Math.floor(random() * 20)}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;
  return {
    title: fill('{c} and {c} on {i}').replace(/^./, (l) => l.toUpperCase()),
    date,
    source: `Specimen office of ${pick(WORDS.c)}`,
    paragraphs,
  };
}

/** The same as a statement, read from text. */
export const specimen = (n: number): Statement =>
  readStatement(Buffer.from(SINGLE['txt']!(release(n))).toString('utf8'));

/** The same release as another site would have it. */
const elsewhere = (r: Release): Release => ({
  ...r,
  paragraphs: ['(Specimen news service)', ...r.paragraphs, 'Further notices follow by post.'],
});

export interface CorpusOptions {
  readonly count: number;
  /** The first of them; collections with other numbers have nothing in common. */
  readonly from?: number;
  /** Releases that come again elsewhere, of a hundred. */
  readonly repeats?: number;
}
/** Documents of a file that holds many. */
const PACK = 40;

/** Writes a collection into a folder: two thirds as files of their own, one third in packs, all formats in turn. */
export async function writeCorpus(
  folder: string,
  { count, from = 0, repeats = 2 }: CorpusOptions,
): Promise<void> {
  const singles = Object.keys(SINGLE);
  const packs = Object.keys(MANY);
  const write = async (name: string, content: string | Uint8Array): Promise<void> => {
    const path = join(folder, name);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, content);
  };
  let pack: Release[] = [];
  let packed = 0;
  const flush = async (): Promise<void> => {
    if (pack.length === 0) return;
    const format = packs[packed % packs.length]!;
    await write(`packs/${String(packed++).padStart(5, '0')}.${format}`, await MANY[format]!(pack));
    pack = [];
  };
  for (let n = 0; n < count; n++) {
    const again = repeats > 0 && n % Math.round(100 / repeats) === 7;
    const one = again ? elsewhere(release(from + n - 5)) : release(from + n);
    if (n % 3 === 2) {
      pack.push(one);
      if (pack.length === PACK) await flush();
      continue;
    }
    const format = singles[Math.floor(n / 3) % singles.length]!;
    const number = String(from + n).padStart(6, '0');
    await write(`${one.date.slice(0, 4)}/${number}.${format}`, SINGLE[format]!(one));
  }
  await flush();
}
