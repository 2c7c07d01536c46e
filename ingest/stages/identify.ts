import { entityId } from '../../graph/ids.ts';
import { isActor } from '../../graph/model.ts';
import { covers } from '../knowledge/offices.ts';
import type { Facts, Knowledge } from '../knowledge/knowledge.ts';
import { POS } from '../nlp.ts';
import type { Token } from '../text/tokenise.ts';
import type { Entity, Mention } from '../types.ts';
import type { Piece } from './pieces.ts';

/** The tokens of one sentence with what was found in it. */
export interface Found {
  readonly tokens: readonly Token[];
  readonly pieces: readonly Piece[];
  /** `Organization Name (ON)`: the token index of the acronym by the piece it explains. */
  readonly headline: boolean;
}

/** Where the family name comes first: `Kim Jong Un` is `Kim`. */
const FAMILY_FIRST = new Set(['country:PRK', 'country:KOR', 'country:CHN', 'country:TWN', 'country:VNM']);
const ROYAL = new Set(['king', 'queen', 'emir', 'sultan', 'emperor', 'crown prince', 'pope']);

/** `sanctions` + ` against Iran` */
const CASE = /^ (?:of|against|on|in|with) /;

/** Who is who in one document: known entities, names of its own, family names, offices, acronyms. */
export class Identities {
  readonly entities = new Map<string, Entity>();
  /** Family name -> person, for names said in full somewhere in the document. */
  private readonly families = new Map<string, string>();
  private readonly acronyms = new Map<string, string>();
  /** General issue -> the one case of it that the document is about. */
  private certain: ReadonlyMap<string, string> | undefined;
  private readonly issues = new Set<string>();
  /** `office of` -> person, as the document itself says. */
  private readonly offices = new Map<string, string>();
  private readonly k: Knowledge;
  private readonly date: string | undefined;
  private readonly text: string;

  constructor(k: Knowledge, text: string, date: string | undefined) {
    this.k = k;
    this.text = text;
    this.date = date;
  }

  /** Names said in full are learnt before any short form is read, wherever in the document they stand. */
  learn(found: readonly Found[]): void {
    for (const { tokens, pieces } of found) {
      for (const p of pieces) {
        if (p.label === 'Person' && p.kind !== 'title') this.learnPerson(tokens, p);
        if (p.label === 'Organization') this.learnOrganisation(tokens, p);
      }
    }
    for (const { pieces } of found)
      for (const p of pieces) if (p.label === 'Issue') for (const id of p.ids) this.issues.add(id);
    this.certain = undefined;
  }

  /** Where a document names `sanctions against Iran` and no other, its `sanctions` are those. */
  private certainIssues(): Map<string, string> {
    const cases = new Map<string, string[]>();
    for (const id of this.issues) {
      const { broader, name = '' } = this.k.facts.get(id) ?? {};
      const general = broader && this.issues.has(broader) ? this.k.facts.get(broader) : undefined;
      if (general && name.startsWith(`${general.name} `) && CASE.test(name.slice(general.name.length)))
        cases.set(general.id, [...(cases.get(general.id) ?? []), id]);
    }
    return new Map([...cases].flatMap(([general, all]) => (all.length === 1 ? [[general, all[0]!]] : [])));
  }

  /** Turns pieces into mentions with ids; entities are made as they are met. */
  mentions({ tokens, pieces }: Found): Mention[] {
    return pieces.flatMap((p) => {
      const ids = p.kind === 'title' ? this.byOffice(p) : [this.idOf(tokens, p)];
      if (ids.length === 0) return [];
      const label = this.entities.get(ids[0]!)?.label ?? p.label;
      if (p.kind !== 'title' && p.label === 'Person') this.bind(p, ids[0]!);
      const of = p.of ?? (p.owner && this.idOf(tokens, p.owner));
      const [start, end] = [tokens[p.from]!.start, tokens[p.to - 1]!.end];
      const mention: Mention = {
        from: p.from,
        to: p.to,
        start,
        end,
        text: this.text.slice(start, end),
        kind: p.kind,
        label,
        ids,
        ...(p.place && { place: p.place }),
        ...(of && { of }),
        ...(p.office && { office: p.office }),
      };
      const inside = p.kind === 'common' ? this.insideMentions(tokens, p) : [];
      if (inside.length > 0) {
        const inner = inside.filter((m) => m.label !== 'Person').flatMap((m) => m.ids);
        return [{ ...mention, ...(inner.length > 0 && { inner }), open: true as const }, ...inside];
      }
      if (p.place) this.entity(p.place);
      if (p.of) this.entity(p.of);
      return [mention];
    });
  }

  /** The actors inside an issue's or event's name, as mentions of their own. */
  private insideMentions(tokens: readonly Token[], p: Piece): Mention[] {
    const out: Mention[] = [];
    const upTo = tokens.slice(0, p.to);
    for (let i = p.from; i < p.to; i++) {
      const match = this.k.gazetteer.at(upTo, i, (e) => isActor(e.label) || e.label === 'Place');
      const actor = match?.entries.find((e) => isActor(e.label));
      // `the Korean Peninsula` is no Korea.
      if (match && !actor) i = match.to - 1;
      if (!match || !actor || (match.from === p.from && match.to === p.to) || !this.entity(actor.id))
        continue;
      const [start, end] = [tokens[i]!.start, tokens[match.to - 1]!.end];
      out.push({
        from: i,
        to: match.to,
        start,
        end,
        text: this.text.slice(start, end),
        kind: actor.kind,
        label: actor.label,
        ids: [actor.id],
      });
      i = match.to - 1;
    }
    return out;
  }

  /** The entity of an id that the lexicons know, or that the document has. */
  entity(id: string): Entity | undefined {
    const there = this.entities.get(id);
    if (there) return there;
    const facts = this.k.facts.get(id);
    if (!facts) return undefined;
    const made = fromFacts(facts);
    this.entities.set(id, made);
    return made;
  }

  /** Who holds the office that a title alone names; several ids never, none when nobody is findable. */
  private byOffice(p: Piece): string[] {
    if (p.of) {
      const inText = this.offices.get(`${p.office} ${p.of}`);
      if (inText) return [inText];
      const holder = this.k.holders.get(`${p.office} ${p.of}`)?.find((o) => covers(o, this.date));
      if (holder && this.entity(holder.person)) return [holder.person];
      // A title without anyone findable behind it is its country or organisation.
      return this.entity(p.of) ? [p.of] : [];
    }
    for (const [key, id] of this.offices) if (key.startsWith(`${p.office} `)) return [id];
    return [];
  }

  private bind(p: Piece, id: string): void {
    const office = p.office;
    if (office && p.of && !this.offices.has(`${office} ${p.of}`)) this.offices.set(`${office} ${p.of}`, id);
    if (office && !p.of) {
      const facts = this.k.facts.get(id)?.offices?.find((o) => o.office === office);
      if (facts) this.offices.set(`${office} ${facts.of}`, id);
    }
  }

  private learnPerson(tokens: readonly Token[], p: Piece): void {
    const words = coreWords(tokens, p);
    const id = this.idOf(tokens, p);
    this.bind(p, id);
    const known = this.k.facts.get(id);
    if (ROYAL.has(p.office ?? '') || known?.offices?.some((o) => ROYAL.has(o.office))) {
      this.learnFirst(known ? fold(known.name).split(' ')[0] : words[0], id);
      // `His Majesty` alone has no office: it is the first monarch named.
      if (!this.offices.has(' majesty')) this.offices.set(' majesty', id);
    }
    if (known?.offices?.some((o) => FAMILY_FIRST.has(o.of)))
      this.learnFirst(fold(known.name).split(' ')[0], id);
    if (words.length < 2) return;
    for (const family of [words.at(-1)!, words.slice(-2).join(' ')]) {
      if (!this.families.has(family)) this.families.set(family, id);
    }
  }

  /** Monarchs go by their first names (`King Abdullah`), and where the family name comes first, so do others (`Kim`). */
  private learnFirst(first: string | undefined, id: string): void {
    if (first !== undefined && !this.families.has(first)) this.families.set(first, id);
  }

  /** `Mahan Air` is later `Mahan`: a first word that is no word of the language names the body too. */
  private learnOrganisation(tokens: readonly Token[], p: Piece): void {
    if (p.fresh) this.learnAcronym(tokens, p);
    const words = coreWords(tokens, p);
    const [first] = words;
    if (
      first === undefined ||
      words.length < 2 ||
      words.length > 3 ||
      this.k.words.listed(first) ||
      this.families.has(first)
    )
      return;
    if (this.k.gazetteer.lookup(first).length === 0) this.families.set(first, this.idOf(tokens, p));
  }

  private learnAcronym(tokens: readonly Token[], p: Piece): void {
    const [open, acronym, close] = [tokens[p.core[1]], tokens[p.core[1] + 1], tokens[p.core[1] + 2]];
    if (
      open?.text === '(' &&
      close?.text === ')' &&
      acronym &&
      /^\p{Lu}[\p{Lu}\p{N}]{1,9}$/u.test(acronym.text)
    ) {
      const id = this.idOf(tokens, p);
      this.acronyms.set(acronym.text, id);
      this.entities.get(id)?.aliases.add(acronym.text);
    }
  }

  private idOf(tokens: readonly Token[], p: Piece): string {
    const known = p.ids[0];
    if (known) {
      this.certain ??= this.certainIssues();
      const id = this.certain.get(known) ?? known;
      this.entity(id);
      return id;
    }
    const words = coreWords(tokens, p);
    const alias =
      this.acronyms.get(tokens[p.core[0]]!.text) ??
      (words.length <= 2 && p.label !== 'Event' ? this.families.get(words.join(' ')) : undefined);
    if (alias) return alias;
    const holder = p.office ? this.byFamily(words.at(-1) ?? '', p.office, words.length) : undefined;
    if (holder) return holder;
    return this.knownFamily(tokens, p) ?? this.make(tokens, p);
  }

  /** `Prime Minister Rama`: the one known holder of the office with this family name, at the date if it is known. */
  private byFamily(family: string, office: string, words: number): string | undefined {
    if (words > 1) return undefined;
    const all = this.k.families.get(family)?.filter((o) => o.office === office) ?? [];
    const chosen =
      all.find((o) => covers(o, this.date)) ??
      (new Set(all.map((o) => o.person)).size === 1 ? all[0] : undefined);
    return chosen && this.entity(chosen.person) ? chosen.person : undefined;
  }

  /** `Hujjatul-Islam Raisi`: a run that ends in a known person's name, with nothing before it that is another first name. */
  private knownFamily(tokens: readonly Token[], p: Piece): string | undefined {
    if (p.label !== 'Person') return undefined;
    for (let i = p.core[0] + 1; i < p.core[1]; i++) {
      const match = this.k.gazetteer.at(tokens, i);
      if (match?.to !== p.core[1]) continue;
      const person = match.entries.find((e) => e.label === 'Person');
      if (!person) continue;
      const before = tokens.slice(p.core[0], i).filter((t) => t.word);
      const names = fold(this.k.facts.get(person.id)?.name ?? '');
      const foreign = before.some(
        (t) => (this.k.words.look(t.norm).bits & POS.firstName) !== 0 && !names.includes(t.norm),
      );
      const full = match.to - i > 1;
      if (full || (!foreign && (p.office !== undefined || before.length > 2))) {
        this.entity(person.id);
        return person.id;
      }
    }
    return undefined;
  }

  private make(tokens: readonly Token[], p: Piece): string {
    const name = this.text.slice(tokens[p.core[0]]!.start, tokens[p.core[1] - 1]!.end).replace(/\s+/g, ' ');
    const id = entityId(p.label, name);
    if (!this.entities.has(id)) this.entities.set(id, { id, label: p.label, name, aliases: new Set() });
    return id;
  }
}

const fold = (s: string): string =>
  s
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
const coreWords = (tokens: readonly Token[], p: Piece): string[] =>
  tokens
    .slice(p.core[0], p.core[1])
    .filter((t) => t.word)
    .map((t) => t.norm);

function fromFacts(f: Facts): Entity {
  return {
    id: f.id,
    label: f.label,
    name: f.name,
    aliases: new Set(f.aliases),
    ...(f.kind && { kind: f.kind }),
    ...(f.date && { date: f.date }),
    ...(f.country && { country: f.country }),
    ...(f.sex && { sex: f.sex }),
  };
}
