import { byCodeUnit } from '../ids.ts';
import type { Edge, Statement } from '../model.ts';
import { ontology } from '../ontology/ontology.ts';
import type { StoredItem } from '../store/store.ts';
import { joinList } from './attributes.ts';
import type { Cell } from './csv.ts';
import { csvRow, cutRow } from './csv.ts';
import type { ExportSource } from './source.ts';

const ENDS = (end: string): string[] => [end, `${end}_id`, `${end}_label`, `${end}_country`];
const COLUMNS = [
  ...['event_id', 'event_date', 'event_date_of', ...ENDS('source'), ...ENDS('target')],
  ...['plover_type', 'relation', 'modality', 'score', 'context', 'quote', 'start', 'end', 'speaker'],
  ...['confidence', 'statement', 'statement_title', 'statement_date', 'publisher', 'extractor'],
];

/** A table of dyadic events as POLECAT and ICEWS publish them: one row for each edge of a relation that PLOVER knows. */
export async function* writeEvents({ items, offices, cut }: ExportSource): AsyncGenerator<string> {
  const countries = await countriesRepresented(offices());
  const actors = new Map<string, Actor>();
  const documents = new Map<string, Omit<Statement, 'text'>>();
  yield csvRow(COLUMNS);
  for await (const item of items) {
    if (item.kind === 'edge') {
      if (ontology.relations[item.edge.type]?.plover.length) yield row(item.edge, actors, documents);
    } else if (item.kind === 'node') {
      actors.set(item.node.id, actorOf(item, countries));
    } else {
      const { text: _text, ...header } = item.statement;
      documents.set(header.id, header);
    }
  }
  yield cutRow(cut, COLUMNS.length);
}

interface Actor {
  readonly name: string;
  readonly label: string;
  readonly country: string | undefined;
}

function actorOf(
  { node: { id, name, label, country } }: Extract<StoredItem, { kind: 'node' }>,
  countries: ReadonlyMap<string, string>,
): Actor {
  return { name, label, country: country ?? countries.get(id) };
}

/** Person -> code of the country that most edges say they represent; ties go to the first code. */
async function countriesRepresented(offices: AsyncIterable<Edge>): Promise<Map<string, string>> {
  const counts = new Map<string, Map<string, number>>();
  for await (const { source, target } of offices) {
    const code = /^country:([A-Z]{3})$/.exec(target)?.[1];
    if (code === undefined) continue;
    const of = counts.get(source) ?? new Map<string, number>();
    counts.set(source, of.set(code, (of.get(code) ?? 0) + 1));
  }
  const most = (of: ReadonlyMap<string, number>): string =>
    [...of].sort(([a, n], [b, m]) => m - n || byCodeUnit(a, b))[0]?.[0] ?? '';
  return new Map([...counts].map(([person, of]) => [person, most(of)]));
}

function row(
  e: Edge,
  actors: ReadonlyMap<string, Actor>,
  documents: ReadonlyMap<string, Omit<Statement, 'text'>>,
): string {
  const end = (id: string): Cell[] => {
    const actor = actors.get(id);
    return [actor?.name, id, actor?.label, actor?.country];
  };
  const relation = ontology.relations[e.type];
  const document = documents.get(e.statement);
  const when = e.date ?? document?.date;
  return csvRow([
    ...[e.id, when, when && (e.date ? 'event' : 'statement'), ...end(e.source), ...end(e.target)],
    ...[relation?.plover.join('/'), e.type, e.modality, relation?.score, joinList(e.context)],
    ...[e.quote, e.start, e.end, e.speaker, e.confidence],
    ...[e.statement, document?.title, document?.date, document?.source, e.extractor],
  ]);
}
