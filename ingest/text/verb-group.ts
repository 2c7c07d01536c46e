import type { Modal, VerbGroup } from './chunk.ts';
import type { Tagged } from './tag.ts';
import type { Token } from './tokenise.ts';

const MODALS: Readonly<Record<string, Modal>> = {
  will: 'will',
  shall: 'will',
  "'ll": 'will',
  would: 'would',
  "'d": 'would',
  could: 'would',
  may: 'may',
  might: 'may',
  can: 'can',
  cannot: 'can',
  should: 'should',
  must: 'should',
  ought: 'should',
};

const VERBAL = /^(?:TO|VB|VBG|VBF|VBN|MD|BE)$/;

/** A verb group that begins at `i`, if one does. */
export function verbGroup(
  tokens: readonly Token[],
  tags: readonly Tagged[],
  i: number,
): VerbGroup | undefined {
  let j = i;
  let negated = false;
  let modal: Modal;
  let last = -1;
  let perfect = false;
  const seen: string[] = [];
  for (; j < tokens.length; j++) {
    const { tag, lemma } = tags[j]!;
    if (tag === 'RB' && (last >= 0 || seen.includes('NEG'))) continue;
    if (
      tag === 'NEG' &&
      (last >= 0 || VERBAL.test(tags[tags[j + 1]?.tag === 'RB' ? j + 2 : j + 1]?.tag ?? ''))
    ) {
      negated = true;
      seen.push(tag);
      if (last < 0) last = j;
      continue;
    }
    if (tag === 'MD') {
      modal = MODALS[lemma] ?? modal;
      if (lemma === 'cannot') negated = true;
    } else if (tag === 'HAVE') perfect = true;
    else if (!/^(?:TO|BE|DO|VB|VBF|VBN|VBG)$/.test(tag)) break;
    if (/^(?:VB|VBF|VBN|VBG)$/.test(tag)) {
      seen.push(tag);
      last = j;
      break;
    }
    if (tag === 'TO' && seen.length > 0 && !seen.every((s) => s === 'NEG')) break;
    seen.push(tag);
    last = j;
  }
  if (last < 0 || seen.every((s) => s === 'NEG')) return undefined;
  return describe(tags, i, last, seen, { negated, modal, perfect });
}

function describe(
  tags: readonly Tagged[],
  from: number,
  main: number,
  seen: readonly string[],
  { negated, modal, perfect }: { negated: boolean; modal: Modal; perfect: boolean },
): VerbGroup {
  const tag = tags[main]!.tag;
  const auxiliaries = seen.slice(0, -1);
  const passive =
    tag === 'VBN' &&
    (auxiliaries.includes('BE') ||
      auxiliaries.length === 0 ||
      (auxiliaries.length === 1 && auxiliaries[0] === 'NEG'));
  const first = seen.find((s) => s !== 'NEG') ?? tag;
  const form =
    first === 'TO'
      ? 'inf'
      : first === 'VBG'
        ? 'ing'
        : first === 'VBN'
          ? 'en'
          : first === 'VB'
            ? 'inf'
            : 'finite';
  return {
    type: 'VG',
    from,
    to: main + 1,
    main,
    lemma: tags[main]!.lemma,
    form,
    passive,
    negated,
    modal,
    perfect,
  };
}
