import { RELATIONS, isActor } from '../../graph/model.ts';
import type { Edge, EntityNode, Extraction } from '../../graph/model.ts';
import { overlap } from './names.ts';
import { relationOf } from './pairs.ts';
import { ratio } from './tally.ts';

/** One sentence of PLOVER's gold standard records. */
export interface EventRow {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly events: readonly {
    readonly source: string | null;
    readonly source_country: string | null;
    readonly target: string | null;
    readonly target_country: string | null;
    readonly type: string;
    readonly reciprocal: boolean | null;
  }[];
}
interface Party {
  readonly text: string;
  readonly country: string | null;
}
interface GoldEvent {
  readonly source: Party;
  readonly target: Party;
  readonly type: string;
  readonly reciprocal: boolean;
}
export interface EventScore {
  readonly sentences: number;
  readonly events: number;
  readonly found: number;
  readonly share: number;
  /** Found with the right parties, whatever the type. */
  readonly parties: number;
  readonly extra: number;
  readonly extraPerSentence: number;
  readonly errors: readonly { id: string; text: string; missed: string[]; extra: string[] }[];
}

const FIFTEEN: ReadonlySet<string> = new Set(RELATIONS);
const MUTUAL = new Set(['AGREES_WITH', 'MET_WITH', 'COOPERATES_WITH']);
/** The authors' codes that are not ISO 3166-1. */
const CODES: Readonly<Record<string, string>> = { JAP: 'JPN', ITL: 'ITA', VTN: 'VNM' };
const NO_COUNTRY = new Set(['IGO', 'NGO', 'IMG', 'ISM']);

/**
 * How many events are found with the right two parties and type in their sentence alone, and how many edges there are
 * besides. Parties are right when their country is, or the words that name them; an event without a second party (and
 * none in another record of the sentence) is left out.
 */
export function scoreEvents(rows: readonly EventRow[], extract: (row: EventRow) => Extraction): EventScore {
  const errors: { id: string; text: string; missed: string[]; extra: string[] }[] = [];
  let [events, found, parties, extra] = [0, 0, 0, 0];
  for (const row of rows) {
    const gold = goldEvents(row);
    const extraction = extract(row);
    const reader = new Parties(extraction);
    const ties = reader.ties();
    const hits = (g: GoldEvent, typed: boolean): Edge[] =>
      ties.filter((e) => (!typed || e.type === g.type) && reader.matches(e, g));
    const missed = gold.filter((g) => hits(g, true).length === 0);
    const used = new Set(gold.flatMap((g) => hits(g, true)));
    const rest = ties.filter((e) => !used.has(e)).map((e) => `${e.source} ${e.type} ${e.target}`);
    events += gold.length;
    found += gold.length - missed.length;
    parties += gold.filter((g) => hits(g, false).length > 0).length;
    extra += rest.length;
    if (missed.length > 0 || rest.length > 0) {
      errors.push({
        id: row.id,
        text: row.text,
        missed: missed.map((g) => `${g.source.text} ${g.type} ${g.target.text}`),
        extra: rest,
      });
    }
  }
  return {
    sentences: rows.length,
    events,
    found,
    share: ratio(found, events),
    parties,
    extra,
    extraPerSentence: ratio(extra, rows.length),
    errors,
  };
}

/** Records of one sentence as events: reciprocal ones, which name one party each, are joined in pairs. */
function goldEvents({ events }: EventRow): GoldEvent[] {
  const out: GoldEvent[] = [];
  const open = new Map<string, Party[]>();
  for (const e of events) {
    const type = relationOf(e.type);
    if (e.source === null) continue;
    const source = { text: e.source, country: e.source_country };
    if (e.target !== null)
      out.push({
        source,
        target: { text: e.target, country: e.target_country },
        type,
        reciprocal: e.reciprocal === true,
      });
    else open.set(type, [...(open.get(type) ?? []), source]);
  }
  for (const [type, sides] of open) {
    sides.forEach((source, n) => {
      for (const target of sides.slice(n + 1)) out.push({ source, target, type, reciprocal: true });
    });
  }
  return out;
}

/** Who the ends of a sentence's edges are. */
class Parties {
  private readonly nodes: ReadonlyMap<string, EntityNode>;
  private readonly homes = new Map<string, string>();
  private readonly edges: readonly Edge[];

  constructor({ nodes, edges }: Extraction) {
    this.nodes = new Map(nodes.map((n) => [n.id, n]));
    this.edges = edges;
    for (const e of edges)
      if (e.type === 'REPRESENTS' && e.target.startsWith('country:'))
        this.homes.set(e.source, e.target.slice(8));
  }

  /** One edge for each relation between the same two actors. */
  ties(): Edge[] {
    const once = new Map<string, Edge>();
    for (const e of this.edges) {
      const actors = [e.source, e.target].every((id) => isActor(this.nodes.get(id)?.label ?? 'Statement'));
      if (actors && FIFTEEN.has(e.type)) once.set(`${e.source} ${e.type} ${e.target}`, e);
    }
    return [...once.values()];
  }

  matches(e: Edge, g: GoldEvent): boolean {
    const straight = this.is(e.source, e.sourceText, g.source) && this.is(e.target, e.targetText, g.target);
    if (straight || !(g.reciprocal || MUTUAL.has(e.type))) return straight;
    return this.is(e.source, e.sourceText, g.target) && this.is(e.target, e.targetText, g.source);
  }

  private is(id: string, words: string | undefined, party: Party): boolean {
    const node = this.nodes.get(id);
    const country = id.startsWith('country:') ? id.slice(8) : (this.homes.get(id) ?? node?.country);
    if (
      party.country !== null &&
      !NO_COUNTRY.has(party.country) &&
      (CODES[party.country] ?? party.country) === country
    )
      return true;
    const names = [words ?? '', node?.name ?? '', ...(node?.aliases ?? [])].filter((n) => n !== '');
    return names.some((n) => overlap(n, party.text) >= 0.5);
  }
}
