import { byCodeUnit } from '../ids.ts';
import type { Candidate } from './candidates.ts';
import { bodyName, initialsOf, lettersOf, personName } from './similar.ts';
import type { Name } from './similar.ts';
import { fold } from './spelling.ts';

/** One of the names of a candidate. */
export interface Named {
  readonly of: Candidate;
  readonly name: Name;
}

/** Names of one candidate that are looked at; the rest are hardly ever new ways to write it. */
const MOST_NAMES = 12;
const MOST_WORDS = 8;
/** Each name is compared with so many that follow it in its block: the work grows with the names, not with their square. */
const WINDOW = 24;
/** Keys of family names. */
const ALONE = 'alone ';

/**
 * Pairs of names that are worth comparing: those that share a key of sounds, acronyms or initials. A large block is sorted by
 * name, and only neighbours are compared (the sorted neighbourhood method, Hernández and Stolfo 1995).
 */
export function* likelyPairs(candidates: readonly Candidate[]): Generator<readonly [Named, Named]> {
  const blocks = new Map<string, Named[]>();
  for (const of of [...candidates].sort((a, b) => byCodeUnit(a.id, b.id))) {
    for (const text of [of.name, ...of.aliases].slice(0, MOST_NAMES)) {
      const name = of.label === 'Person' ? personName(text) : bodyName(text);
      const keys = of.label === 'Person' ? keysOfPerson(name, of) : keysOfBody(name);
      for (const key of new Set(keys)) {
        const block = blocks.get(`${of.label} ${key}`);
        if (block) block.push({ of, name });
        else blocks.set(`${of.label} ${key}`, [{ of, name }]);
      }
    }
  }
  for (const [key, block] of blocks) {
    if (block.length < 2) continue;
    if (block.length > WINDOW) block.sort((a, b) => byCodeUnit(fold(a.name.text), fold(b.name.text)));
    yield* key.includes(ALONE) ? withOneWord(block) : neighbours(block);
  }
}

function* neighbours(block: readonly Named[]): Generator<readonly [Named, Named]> {
  for (const [i, one] of block.entries())
    for (const other of block.slice(i + 1, i + 1 + WINDOW)) if (one.of !== other.of) yield [one, other];
}

/** Family names alone with each other and with the best-known fuller names; those meet each other in other blocks. */
function* withOneWord(block: readonly Named[]): Generator<readonly [Named, Named]> {
  const single = block.filter(({ name }) => name.words.length === 1);
  if (single.length === 0) return;
  yield* neighbours(single);
  const fuller = block.filter(({ name }) => name.words.length > 1);
  const known = fuller
    .sort((a, b) => b.of.mentions - a.of.mentions || byCodeUnit(a.of.id, b.of.id))
    .slice(0, WINDOW);
  for (const one of single) for (const other of known) if (one.of !== other.of) yield [one, other];
}

function keysOfPerson({ words }: Name, { homes }: Candidate): string[] {
  const sounds = words.slice(0, MOST_WORDS).map((w) => w.skeleton);
  const [first = '', last = ''] = [sounds[0], sounds.at(-1)];
  // A family name alone is looked for among those of the same country or body.
  const alone = (skeleton: string): string[] => homes.map((home) => `${ALONE}${skeleton} ${home.id}`);
  if (words.length < 2) return alone(first);
  const letters = [words[0]!, words.at(-1)!].map((w) => w.text[0]!);
  return [
    `2 ${[first, last].sort(byCodeUnit).join(' ')}`,
    ...(words.length > 2 ? [`2 ${[first, sounds[1]!].sort(byCodeUnit).join(' ')}`] : []),
    ...(words.length > 2 ? [`2 ${[sounds.at(-2)!, last].sort(byCodeUnit).join(' ')}`] : []),
    `together ${sounds.join('').replace(/(.)\1+/g, '$1')}`,
    ...[`i ${letters[0]!} ${last}`, `i ${letters[1]!} ${first}`],
    ...alone(last),
    ...alone(first),
  ];
}

function keysOfBody(name: Name): string[] {
  const letters = lettersOf(name.text);
  if (letters !== undefined) return [`a ${letters}`, `w ${name.words.map((w) => w.skeleton).join(' ')}`];
  const sounds = name.words.slice(0, MOST_WORDS).map((w) => w.skeleton);
  const key = (list: readonly string[]): string => `w ${[...list].sort(byCodeUnit).join(' ')}`;
  const without = sounds.length > 2 ? sounds.map((_, i) => key(sounds.filter((__, k) => k !== i))) : [];
  return [key(sounds), ...without, ...initialsOf(name.text).map((l) => `a ${l}`)];
}
