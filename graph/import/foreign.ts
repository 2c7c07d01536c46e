import { edgeId, entityId, byId, statementId } from '../ids.ts';
import { ENTITY_LABELS } from '../model.ts';
import type { Edge, EntityLabel, EntityNode, Extraction, Statement } from '../model.ts';
import { ontology } from '../ontology/ontology.ts';
import { splitList } from '../export/attributes.ts';
import { labelOf, modalityOf, typeOf, valueIn } from './mapping.ts';
import type { Field, Mapping } from './mapping.ts';
import type { Row } from './row.ts';

/** A name as somebody wrote it, and what is known of it. */
export type Resolve = (name: string, label: EntityLabel | undefined) => EntityNode | undefined;

export interface Context {
  /** What the data is called: it marks every edge. */
  readonly dataset: string;
  readonly mapping: Mapping;
  readonly resolve: Resolve;
  /** Nodes of the file by their ids there. */
  readonly nodes: ReadonlyMap<string, Row>;
  readonly head: string | undefined;
}

/**
 * An edge that somebody else coded, without a text of ours behind it. Its evidence is the record itself: a statement of kind
 * `import` whose text is the record as it stands in the file, and the edge quotes it. Nothing is said to be a quote that is not.
 * @throws Error saying what is missing or unknown in the record
 */
export function readForeign(row: Row, context: Context): Extraction {
  const value = (field: Field): string | undefined => valueIn(row.fields, field, context.mapping);
  const source = endOf('source', row, context);
  const target = endOf('target', row, context);
  const speaker = value('speaker') === undefined ? undefined : endOf('speaker', row, context);
  const statement = statementOf(row, context);
  const start = statement.text.length - row.raw.length;
  const quote = quoteIn(row.raw, value('quote'), start);
  const type = typeOf(value('type'), context.mapping);
  const assert = (what: Edge['type'], from: string, to: string, more: Partial<Edge> = {}): Edge => {
    const place = { statement: statement.id, ...quote, type: what, source: from, target: to };
    return {
      ...PLAIN,
      id: edgeId(place),
      ...place,
      extractor: `import:${context.dataset}`,
      why: why(row),
      ...more,
    };
  };
  const nodes = [...new Map([source, target, ...(speaker ? [speaker] : [])].map((n) => [n.id, n])).values()];
  const claim = assert(type, source.id, target.id, {
    ...{ sourceText: value('source') ?? source.name, targetText: value('target') ?? target.name },
    ...(speaker ? { speaker: speaker.id } : {}),
    ...(value('date') === undefined ? {} : { date: dateOf(value('date')!) }),
    ...(value('modality') === undefined ? {} : { modality: modalityOf(value('modality')!) }),
    ...(value('confidence') === undefined ? {} : { confidence: shareOf(value('confidence')!) }),
    context: contextsOf(value('context')),
  });
  const mentions = nodes.map((node) => assert('MENTIONS', statement.id, node.id));
  return { statement, nodes: nodes.sort(byId), edges: [claim, ...mentions].sort(byId) };
}

/** A coder's word, not a rule's: sure unless the file says otherwise. */
const PLAIN = { modality: 'asserted', confidence: 1, context: [] } as const;
const why = (row: Row): Edge['why'] => ({
  rule: 'import',
  source: 'coded',
  target: 'coded',
  notes: [row.at],
});

function statementOf(row: Row, { dataset, mapping, head }: Context): Statement {
  const value = (field: Field): string | undefined => valueIn(row.fields, field, mapping);
  const date = value('date');
  const fields = {
    title: value('title') ?? `${dataset}, ${row.at}`,
    ...(date === undefined ? {} : { date: dateOf(date) }),
    source: value('publisher') ?? dataset,
    text: head === undefined ? row.raw : `${head}\n${row.raw}`,
  };
  const url = value('url');
  // Read again with other words, the record replaces what it said before.
  const origin = `import:${dataset}#${value('id') ?? row.at}`;
  return {
    id: statementId(fields),
    ...fields,
    kind: 'import',
    language: 'und',
    ...(url ? { url } : {}),
    origin,
  };
}

/** The quote where the record holds it word for word, else the whole record. */
function quoteIn(
  raw: string,
  wanted: string | undefined,
  start: number,
): Pick<Edge, 'quote' | 'start' | 'end'> {
  const at = wanted === undefined ? -1 : raw.indexOf(wanted);
  const quote = at < 0 ? raw : wanted!;
  const first = start + Math.max(0, at);
  return { quote, start: first, end: first + quote.length };
}

function endOf(
  end: 'source' | 'target' | 'speaker',
  row: Row,
  { mapping, nodes, resolve }: Context,
): EntityNode {
  const value = (field: string): string | undefined => valueIn(row.fields, field as Field, mapping);
  const given = value(end);
  const node = nodes.get(given ?? '')?.fields ?? {};
  const name = node['name'] ?? node['label'] ?? given;
  if (name === undefined) throw new Error(`it has no ${end}: map a column to ${end}`);
  const said = value(`${end}Label`);
  const label = said === undefined ? ENTITY_LABELS.find((l) => l === node['label']) : labelOf(said);
  const id = value(`${end}Id`);
  const known = resolve(name, label);
  if (id === undefined && known) return known;
  const sure = label ?? known?.label;
  if (sure === undefined)
    throw new Error(
      `"${name}" is not known: say what it is with a column or default for ${end}Label (${Object.keys(
        ontology.labels,
      )
        .filter((l) => l !== 'Statement')
        .join(', ')})`,
    );
  const country = value(`${end}Country`) ?? node['country'];
  const made =
    id !== undefined && id.startsWith(`${ontology.labels[sure]?.prefix}:`) ? id : entityId(sure, name);
  return {
    id: made,
    label: sure,
    name,
    aliases: [],
    ...(country && /^[A-Z]{3}$/.test(country) ? { country } : {}),
  };
}

function dateOf(given: string): string {
  const iso =
    /^\d{4}(-\d\d(-\d\d)?)?(?!\d)/.exec(given)?.[0] ??
    (/^\d{8}$/.test(given) ? given.replace(/(....)(..)(..)/, '$1-$2-$3') : undefined);
  const [, month = '01', day = '01'] = iso?.split('-') ?? [];
  if (iso === undefined || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31)
    throw new Error(`the date "${given}" is not ISO 8601; write 2023, 2023-12 or 2023-12-04`);
  return iso;
}

function shareOf(given: string): number {
  const share = Number(given);
  if (share >= 0 && share <= 1) return share;
  throw new Error(`the confidence "${given}" is no number from 0 to 1`);
}

function contextsOf(given: string | undefined): readonly string[] {
  const contexts = [...new Set(splitList(given ?? ''))].sort();
  const unknown = contexts.find((name) => !ontology.contexts.includes(name));
  if (unknown !== undefined)
    throw new Error(`the context "${unknown}" is none of ${ontology.contexts.join(', ')}`);
  return contexts;
}
