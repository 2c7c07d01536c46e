/** What a run came to: as data, as text for a terminal, as a page. */
import { byCodeUnit } from '../../graph/ids.ts';
import type { Stats } from '../../graph/store/store.ts';
import type { Problem } from '../../ingest/read/reader.ts';

export interface RunReport {
  readonly dryRun: boolean;
  /** Files and pages. */
  readonly sources: number;
  readonly documents: number;
  readonly sentences: number;
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Documents that are the same as another, word for word. */
  readonly same: number;
  /** Documents in nearly the words of another; they are linked to it and counted once. */
  readonly repeats: readonly { readonly name: string; readonly of: string }[];
  /** Left out for their date. */
  readonly older: number;
  /** Sources that are gone; what they said stays unless `--prune` is given. */
  readonly vanished: number;
  /** Of what was saved. */
  readonly edges: number;
  readonly relations: Readonly<Record<string, number>>;
  readonly rejected: readonly Problem[];
  /** What the graph holds in all. */
  readonly graph: Stats;
  readonly seconds: number;
  readonly interrupted: boolean;
  /** Of a run by workers: how many there were at its end, and jobs that were taken again when one was lost. */
  readonly queue?: { readonly workers: number; readonly retaken: number };
}

/** How many were refused for each reason. */
export function reasons({ rejected }: Pick<RunReport, 'rejected'>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code } of rejected) counts[code] = (counts[code] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([a, n], [b, m]) => m - n || byCodeUnit(a, b)));
}

const plural = (n: number, one: string): string => `${n.toLocaleString('en')} ${one}${n === 1 ? '' : 's'}`;
const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((a, b) => a + b, 0);

/** One line. */
export function sentence(report: RunReport): string {
  const { added, replaced, unchanged, edges, rejected, seconds, interrupted, dryRun } = report;
  const taken = added + replaced + unchanged;
  const what = `${taken} ${taken === 1 ? 'statement' : 'statements'} (${added} new, ${replaced} replaced, ${unchanged} unchanged)`;
  const more = [
    report.removed > 0 && `${report.removed} removed`,
    report.same > 0 && `${plural(report.same, 'document')} the same as others`,
    report.repeats.length > 0 &&
      `${report.repeats.length} repeat others and ${report.repeats.length === 1 ? 'is' : 'are'} linked to them`,
    report.older > 0 && `${report.older} older than asked for`,
    report.vanished > 0 &&
      report.removed === 0 &&
      `${plural(report.vanished, 'source')} gone, kept (--prune removes)`,
    rejected.length > 0 && `${rejected.length} not taken`,
    interrupted && 'interrupted, run it again to go on',
  ].filter(Boolean);
  const end = dryRun ? ' would be saved (nothing was)' : ` with ${edges} edges in ${seconds} s`;
  return `${what}${end}${more.map((m) => `; ${m as string}`).join('')}\n`;
}

/** Everything, in lines. */
export function toText(report: RunReport): string {
  const rows = (title: string, counts: Readonly<Record<string, number>>): string[] =>
    Object.keys(counts).length === 0
      ? []
      : [
          '',
          title,
          ...Object.entries(counts).map(([name, n]) => `  ${name.padEnd(20)} ${String(n).padStart(9)}`),
        ];
  const { sources, documents, sentences, seconds, graph } = report;
  return [
    sentence(report).trim(),
    '',
    `${plural(sources, 'source')}, ${plural(documents, 'document')}, ${plural(sentences, 'sentence')} in ${seconds} s`,
    `the graph now: ${plural(graph.statements, 'statement')}, ${plural(total(graph.nodes), 'node')}, ${plural(total(graph.edges), 'edge')}`,
    ...(report.queue
      ? [
          `${plural(report.queue.workers, 'worker')}, ${plural(report.queue.retaken, 'job')} taken again from lost ones`,
        ]
      : []),
    ...rows('edges saved by relation', report.relations),
    ...rows('not taken, by reason', reasons(report)),
    ...report.rejected.map(({ name, problem, code }) => `  ${code} ${name}: ${problem}`),
    ...(report.repeats.length > 0 ? ['', 'repeats'] : []),
    ...report.repeats.map(({ name, of }) => `  ${name} = ${of}`),
    '',
  ].join('\n');
}

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A page of its own, without scripts. */
export function toHtml(report: RunReport): string {
  const table = (
    title: string,
    head: readonly string[],
    rows: readonly (readonly (string | number)[])[],
  ): string =>
    rows.length === 0
      ? ''
      : `<h2>${title}</h2><table><thead><tr>${head.map((h) => `<th scope="col">${h}</th>`).join('')}</tr></thead><tbody>${rows
          .map(
            (row) =>
              `<tr>${row.map((c) => (typeof c === 'number' ? `<td class="n">${c.toLocaleString('en')}</td>` : `<td>${escape(c)}</td>`)).join('')}</tr>`,
          )
          .join('')}</tbody></table>`;
  const { graph } = report;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Entente: report of an ingest</title>
<style>:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #8884;vertical-align:top;overflow-wrap:anywhere}.n{text-align:right;font-variant-numeric:tabular-nums}</style></head>
<body><h1>Report of an ingest</h1><p>${escape(sentence(report))}</p>
${table(
  'What was read',
  ['', ''],
  [
    ['sources', report.sources],
    ['documents', report.documents],
    ['sentences', report.sentences],
    ['the same as another', report.same],
    ['repeats of another', report.repeats.length],
    ['left out for their date', report.older],
    ['sources gone', report.vanished],
    ...(report.queue
      ? ([
          ['workers', report.queue.workers],
          ['jobs taken again from lost workers', report.queue.retaken],
        ] as const)
      : []),
    ['seconds', report.seconds],
  ],
)}
${table('The graph now', ['', ''], [['statements', graph.statements], ...Object.entries(graph.nodes), ...Object.entries(graph.edges)])}
${table(
  'Edges saved, by relation',
  ['relation', 'edges'],
  Object.entries(report.relations).sort(([a], [b]) => byCodeUnit(a, b)),
)}
${table('Not taken, by reason', ['reason', 'number'], Object.entries(reasons(report)))}
${table(
  'Not taken',
  ['reason', 'where', 'why'],
  report.rejected.map((p) => [p.code, p.name, p.problem]),
)}
${table(
  'Repeats',
  ['document', 'repeats'],
  report.repeats.map((r) => [r.name, r.of]),
)}
</body></html>
`;
}
