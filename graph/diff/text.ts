import type { Edge } from '../model.ts';
import type { Change, Counts, Diff, EdgeChange, FieldChange } from './diff.ts';

/** Lines of a diff for people: `+` what came, `-` what went, `~` what changed, each edge with its quote. */
export function* diffLines(found: Diff, limit: number): Generator<string> {
  const { nodes, statements, edges, totals } = found;
  const part = function* (title: string, counts: Counts, lines: readonly string[]): Generator<string> {
    const total = counts.added + counts.gone + counts.changed;
    if (total === 0) return;
    yield `${title}: ${countsOf(counts)}`;
    yield* lines.slice(0, limit);
    if (lines.length > limit) yield `  … ${lines.length - limit} more; --limit shows them`;
    yield '';
  };
  yield* part('Statements', totals.statements, [
    ...statements.gone.map((s) => `- ${s.id}${titleOf(s)}`),
    ...statements.added.map((s) => `+ ${s.id}${titleOf(s)}`),
    ...statements.changed.map((c) => `~ ${c.after.id}${titleOf(c.after)}${fieldsOf(c)}`),
  ]);
  yield* part('Nodes', totals.nodes, [
    ...nodes.gone.map((n) => `- ${n.id}  ${n.name}`),
    ...nodes.added.map((n) => `+ ${n.id}  ${n.name}`),
    ...nodes.changed.map((c) => `~ ${c.after.id}${fieldsOf(c)}`),
  ]);
  yield* part('Edges', totals.edges, [
    ...edges.gone.map((e) => `- ${edgeOf(e, found)}`),
    ...edges.added.map((e) => `+ ${edgeOf(e, found)}`),
    ...edges.changed.map((c) => changedEdge(c, found)),
  ]);
  yield* part('Mentions and issuers', totals.mentions, []);
}

export const countsOf = ({ added, gone, changed }: Counts): string =>
  `${added} added, ${gone} gone, ${changed} changed`;

const titleOf = ({ title, date }: { readonly title?: string; readonly date?: string }): string =>
  [date, title]
    .filter((part) => part !== undefined)
    .map((part) => `  ${part}`)
    .join('');

function edgeOf(e: Edge, { names, told }: Diff): string {
  const nameOf = (id: string): string => names[id] ?? id;
  const claim = e.speaker === undefined ? '' : `, says ${nameOf(e.speaker)}`;
  const mood = e.modality === 'asserted' ? '' : ` (${e.modality})`;
  return `${nameOf(e.source)} ${e.type} ${nameOf(e.target)}${mood}${claim}\n    “${oneLine(e.quote)}”${titleOf(told[e.statement] ?? {})}`;
}

/** What it was, and what of it is otherwise now. */
function changedEdge(c: EdgeChange, found: Diff): string {
  const nameOf = (value: unknown): unknown =>
    typeof value === 'string' ? (found.names[value] ?? value) : value;
  const fields = c.fields.map((f) =>
    ENDS.has(f.field) ? { ...f, before: nameOf(f.before), after: nameOf(f.after) } : f,
  );
  const turned = c.turned ? '    turned round: cooperation and conflict\n' : '';
  return `~ ${edgeOf(c.before, found)}\n${turned}${fieldsOf({ fields }).slice(1)}`;
}
const ENDS: ReadonlySet<string> = new Set(['source', 'target', 'speaker']);

const fieldsOf = ({ fields }: Pick<Change<object>, 'fields'>): string =>
  fields.map((f) => `\n    ${f.field}: ${valuesOf(f)}`).join('');

function valuesOf({ before, after }: FieldChange): string {
  if (isList(before) && isList(after)) {
    const [gone, added] = [
      before.filter((v) => !after.includes(v)),
      after.filter((v) => !before.includes(v)),
    ];
    return [...gone.map((v) => `-${v}`), ...added.map((v) => `+${v}`)].join(' ') || 'another order';
  }
  return `${show(before)} -> ${show(after)}`;
}
const isList = (value: unknown): value is readonly string[] => Array.isArray(value);
const show = (value: unknown): string =>
  value === undefined ? '(none)' : typeof value === 'string' ? oneLine(value) : JSON.stringify(value);
const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
