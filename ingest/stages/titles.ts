import type { Knowledge } from '../knowledge/knowledge.ts';
import { playsPart } from '../knowledge/name-words.ts';
import { qualifies } from '../knowledge/nouns.ts';
import type { Token } from '../text/tokenise.ts';
import type { Piece } from './pieces.ts';

/** The longest title that begins at `i`: `Foreign Minister`, `Secretary of State`. */
export function titleAt(tokens: readonly Token[], i: number, k: Knowledge): Piece | undefined {
  let key = '';
  let best: Piece | undefined;
  for (let j = i; j < Math.min(tokens.length, i + 6); j++) {
    const token = tokens[j]!;
    const glue =
      token.text === '-'
        ? '-'
        : key.endsWith('-') || key === ''
          ? ''
          : token.glued && token.text === '.'
            ? ''
            : ' ';
    key = token.text === '-' ? `${key}-` : `${key}${glue}${token.norm}`;
    const title = k.titles.get(key);
    if (title)
      best = {
        from: i,
        to: j + 1,
        core: [i, j + 1],
        kind: 'title',
        label: 'Person',
        ids: [],
        title,
        office: title.office,
      };
  }
  return best && portfolio(tokens, best);
}

/** `Minister for Trade and Investment`: the portfolio belongs to the title. */
function portfolio(tokens: readonly Token[], title: Piece): Piece {
  if (
    !/minister|secretary|commissioner/i.test(tokens[title.to - 1]!.text) ||
    !/^(?:for|of)$/.test(tokens[title.to]?.norm ?? '')
  )
    return title;
  let to = title.to;
  for (let i = title.to + 1; i < tokens.length; i++) {
    const { norm } = tokens[i]!;
    if (playsPart(norm, 'portfolio')) to = i + 1;
    else if (!['and', ',', '&', 'the'].includes(norm)) break;
  }
  return { ...title, to, core: [title.from, to] };
}

/** The country or organisation just before token `i`: `Cuban `, `Iran's `, `UN `. Removes it from the list. */
function takeOwner(tokens: readonly Token[], out: Piece[], i: number): Piece | undefined {
  const last = out[out.length - 1];
  if (!last || !['Country', 'Organization', 'Person'].includes(last.label) || last.title) return undefined;
  let at = last.to;
  if (tokens[at]?.norm === "'s" || tokens[at]?.norm === "'") at++;
  while (at < i && (qualifies(tokens[at]!.norm, 'office') || tokens[at]!.text === '-')) at++;
  if (at !== i) return undefined;
  if (last.label === 'Person' && tokens[last.to]?.norm !== "'s") return undefined;
  out.pop();
  return last;
}

/** A title with what it binds: an owner before, `of X` after, a name right after. Returns the index of the last piece used. */
export function joinTitle(
  tokens: readonly Token[],
  pieces: readonly Piece[],
  n: number,
  out: Piece[],
): number {
  let made: Piece = { ...pieces[n]! };
  let used = n;
  const owner = takeOwner(tokens, out, made.from);
  if (owner) {
    // `Angela Merkel's spokesperson`: she stays a name of her own; he stands for what she stands for.
    if (owner.label === 'Person') out.push(owner);
    const of = owner.label === 'Person' ? owner.of : owner.ids[0];
    made = {
      ...made,
      ...(owner.label !== 'Person' && { from: owner.from }),
      ...(of ? { of } : owner.fresh && owner.label === 'Organization' && { owner }),
    };
  }
  // `President of the Republic of Cuba`, `Ambassador to Germany`, `Minister for Foreign Affairs of Iran`
  let next = pieces[used + 1];
  const link = next && linking(tokens, made.to, next.from);
  if (
    next &&
    link &&
    !next.title &&
    (next.label === 'Country' || next.label === 'Organization') &&
    next.kind !== 'adjective'
  ) {
    const of = link === 'to' && made.of ? made.of : next.ids[0];
    made = { ...made, to: next.to, ...(of && { of }) };
    used++;
  }
  // Stacked titles and honorifics: `President Ayatollah Seyyed`, `His Majesty King`.
  next = pieces[used + 1];
  while (next?.title && next.from <= made.to + 1 && gap(tokens, made.to, next.from)) {
    made = {
      ...made,
      to: next.to,
      ...(next.office && !made.office && { office: next.office }),
      title: made.office ? made.title! : next.title,
    };
    used++;
    next = pieces[used + 1];
  }
  // `X, the leader of Cuba, Y said`: between commas the title belongs to the name before it.
  if (next && tokens[made.to]?.text === ',' && apposition(tokens, out, made)) return used;
  if (next && !next.title && (next.label === 'Person' || next.fresh) && gap(tokens, made.to, next.from)) {
    out.push({
      ...next,
      from: made.from,
      label: 'Person',
      kind: next.kind,
      ...(made.of && { of: made.of }),
      ...(made.owner && { owner: made.owner }),
      ...(made.office && { office: made.office }),
    });
    return trailingOf(tokens, pieces, used + 1, out);
  }
  if (owner?.label === 'Person') {
    if (made.of) out.push(made);
    return used;
  }
  if (owner && !made.title?.alone && made.title?.kind === 'honorific') {
    out.push(owner);
    return used;
  }
  if (apposition(tokens, out, made)) return used;
  if (made.title?.alone || made.of) out.push(made);
  else if (owner) out.push(owner);
  return used;
}

/** `King Abdullah II of Jordan`: the country after the name says whose. */
function trailingOf(tokens: readonly Token[], pieces: readonly Piece[], used: number, out: Piece[]): number {
  const person = out[out.length - 1]!;
  const next = pieces[used + 1];
  if (!next || person.of || next.label !== 'Country' || linking(tokens, person.to, next.from) !== 'of')
    return used;
  out[out.length - 1] = { ...person, to: next.to, of: next.ids[0]! };
  return used + 1;
}

function linking(tokens: readonly Token[], from: number, to: number): string | undefined {
  const words = tokens.slice(from, to).map((t) => t.norm);
  if (words.length === 0 || words.length > 3) return undefined;
  const [first, ...rest] = words;
  if (!['of', 'to', 'for', 'at'].includes(first ?? '')) return undefined;
  return rest.every((w) => w === 'the' || w === '-') ? first : undefined;
}

/** Nothing but a comma or a quotation mark stands between a title and its name. */
function gap(tokens: readonly Token[], from: number, to: number): boolean {
  if (to < from) return false;
  return (
    tokens.slice(from, to).every((t) => ['"', '“', '”', '-', '.', ','].includes(t.text)) && to - from <= 2
  );
}

/** `Hamid Khanooki, the director of Mahan,` and `Mahan's director, Hamid Khanooki`: one person in two phrases. */
export function apposition(tokens: readonly Token[], out: Piece[], made: Piece): boolean {
  const last = out[out.length - 1];
  if (!last || last.label !== 'Person' || made.label !== 'Person') return false;
  const between = tokens
    .slice(last.to, made.from)
    .map((t) => t.norm)
    .filter((w) => !/^["“”]$/.test(w));
  const plain =
    between.length > 0 &&
    between.length <= 3 &&
    between[0] === ',' &&
    between.slice(1).every((w) => ['the', 'a', 'an', "'s", 'late', 'former', 'then'].includes(w));
  if (!plain) return false;
  const lastIsTitle = last.kind === 'title';
  if (lastIsTitle === (made.kind === 'title')) return false;
  const named = lastIsTitle ? made : last;
  const title = lastIsTitle ? last : made;
  const of = title.of ?? named.of;
  const office = title.office || named.office;
  out[out.length - 1] = {
    ...named,
    from: last.from,
    to: made.to,
    ...(of && { of }),
    ...(office && { office }),
  };
  return true;
}
