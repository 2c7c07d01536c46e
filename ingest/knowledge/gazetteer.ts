import type { EntityLabel } from '../../graph/model.ts';
import { fold, tokenise } from '../text/tokenise.ts';
import type { Token } from '../text/tokenise.ts';

/** How a phrase stands for its entity. */
export type PhraseKind =
  | 'name'
  | 'acronym' // matched as written, capitals and all
  | 'adjective' // Iranian
  | 'people' // Iranians
  | 'metonym' // the Kremlin
  | 'capital' // Moscow: the place or its government
  | 'common'; // issue and event wordings, in any case

export interface Entry {
  readonly id: string;
  readonly label: EntityLabel;
  readonly kind: PhraseKind;
  readonly phrase: string;
}

export interface Match {
  readonly from: number;
  /** One past the last token. */
  readonly to: number;
  readonly entries: readonly Entry[];
}

/** Finds known phrases in token sequences, longest first. Hyphens between words do not matter. */
export class Gazetteer {
  private readonly entries = new Map<string, Entry[]>();
  private readonly longest = new Map<string, number>();

  add(entry: Entry): void {
    const words = wordsOf(tokenise(entry.phrase));
    const [first] = words;
    if (first === undefined) return;
    const key = words.join(' ');
    const there = this.entries.get(key);
    if (!there) this.entries.set(key, [entry]);
    else if (!there.some((e) => e.id === entry.id && e.kind === entry.kind)) there.push(entry);
    this.longest.set(first, Math.max(this.longest.get(first) ?? 0, words.length));
  }

  lookup(phrase: string): readonly Entry[] {
    return this.entries.get(wordsOf(tokenise(phrase)).join(' ')) ?? [];
  }

  /** The longest match that begins at token `i`, with the entries that its spelling allows and that are wanted. */
  at(tokens: readonly Token[], i: number, wanted: (entry: Entry) => boolean = () => true): Match | undefined {
    const first = tokens[i];
    if (!first?.word) return undefined;
    const longest = this.longest.get(first.norm);
    if (longest === undefined) return undefined;
    let key = '';
    let best: Match | undefined;
    for (let j = i, n = 0; j < tokens.length && n < longest; j++) {
      const token = tokens[j]!;
      if (isHyphen(token)) continue;
      key = n === 0 ? token.norm : `${key} ${token.norm}`;
      n++;
      const entries = this.entries.get(key)?.filter((e) => wanted(e) && allowed(e, tokens, i, j));
      if (entries && entries.length > 0) best = { from: i, to: j + 1, entries };
    }
    // `the Islamic Republic | of Iran`: a longer name begins after the article.
    if (best && first.norm === 'the' && (this.at(tokens, i + 1, wanted)?.to ?? 0) > best.to) return undefined;
    return best;
  }
}

const isHyphen = (t: Token): boolean => t.text === '-' || t.text === '–' || t.text === '‑';
const wordsOf = (tokens: readonly Token[]): string[] => tokens.filter((t) => !isHyphen(t)).map((t) => t.norm);

/** A name needs its capitals, an acronym all of them; a common wording is free. */
function allowed(entry: Entry, tokens: readonly Token[], from: number, last: number): boolean {
  if (entry.kind === 'common') return true;
  const words = tokens.slice(from, last + 1).filter((t) => t.word);
  if (entry.kind === 'acronym' || /^[^a-z]+$/.test(entry.phrase)) {
    return words.map((w) => w.text).join(' ') === entry.phrase.replace(/[-–/]/g, ' ').replace(/\s+/g, ' ');
  }
  const head = /^the$/i.test(words[0]?.text ?? '') ? words[1] : words[0];
  if (head === undefined) return false;
  const lowerName =
    fold(entry.phrase).startsWith(head.norm) && entry.phrase[0] === entry.phrase[0]?.toLowerCase();
  return head.capital || lowerName;
}
