import type { EntityLabel, Extraction } from '../../graph/model.ts';
import { likeness } from './names.ts';
import { score, tally } from './tally.ts';
import type { Score } from './tally.ts';

/** A press statement with the spans of what it names. */
export interface EntityRow {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  readonly entities: readonly { readonly type: string; readonly text: string }[];
}
export interface EntityScore {
  readonly documents: number;
  readonly named: Score;
  /** Share of those found that have the right label. */
  readonly labelled: number;
  readonly errors: readonly { id: string; missed: string[]; extra: string[]; mislabelled: string[] }[];
}

/** A government is an organisation there and a country here; a country is a place there. */
const LABELS: Readonly<Record<string, readonly EntityLabel[]>> = {
  Person: ['Person'],
  Organisation: ['Organization', 'Country'],
  Location: ['Place', 'Country'],
};
const NAMED: ReadonlySet<EntityLabel> = new Set(['Person', 'Country', 'Organization', 'Place']);
const ENOUGH = 0.5;

/** Named people, organisations and places, each once a document: found when a node's name shares half of the words. */
export function scoreEntities(
  rows: readonly EntityRow[],
  extract: (row: EntityRow) => Extraction,
): EntityScore {
  const all = tally();
  const errors: { id: string; missed: string[]; extra: string[]; mislabelled: string[] }[] = [];
  let labelled = 0;
  for (const row of rows) {
    const gold = named(row);
    const everything = row.entities.map((e) => e.text);
    const { nodes, edges } = extract(row);
    const quotes = new Map(edges.filter((e) => e.type === 'MENTIONS').map((e) => [e.target, e.quote]));
    const found = nodes
      .filter((n) => NAMED.has(n.label))
      .map((n) => ({ label: n.label, names: [n.name, ...n.aliases, quotes.get(n.id) ?? ''] }));
    const matching = gold.map((g) => found.filter((f) => likeness([g.text], f.names) >= ENOUGH));
    const missed = gold.filter((_, n) => matching[n]!.length === 0).map((g) => g.text);
    const wrong = gold.filter(
      (g, n) => matching[n]!.length > 0 && !matching[n]!.some((f) => g.labels.includes(f.label)),
    );
    const extra = found
      .filter((f) => !everything.some((text) => likeness([text], f.names) >= ENOUGH))
      .map((f) => f.names[0]!);
    all.right += gold.length - missed.length;
    all.missed += missed.length;
    all.wrong += extra.length;
    labelled += gold.length - missed.length - wrong.length;
    if (missed.length + extra.length + wrong.length > 0)
      errors.push({ id: row.id, missed, extra, mislabelled: wrong.map((g) => g.text) });
  }
  return {
    documents: rows.length,
    named: score(all),
    labelled: all.right === 0 ? 0 : labelled / all.right,
    errors,
  };
}

/** Names have a capital letter besides that of a first article: `all political parties` is none. */
function named({ entities }: EntityRow): { text: string; labels: readonly EntityLabel[] }[] {
  const out = new Map<string, { text: string; labels: readonly EntityLabel[] }>();
  for (const { type, text } of entities) {
    const labels = LABELS[type];
    if (
      !labels ||
      !/\p{Lu}/u.test(text.replace(/^(?:The|A|An|All|Our|Their|We|He|She|They|It|I|This)\b/, ''))
    )
      continue;
    out.set(`${type} ${text}`, { text, labels });
  }
  return [...out.values()];
}
