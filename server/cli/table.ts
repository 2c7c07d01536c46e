/** Rows as a table of text, as wide as the terminal and no wider. */

export interface TableOptions {
  /** Columns of the terminal; without it nothing is shortened. */
  readonly width?: number | undefined;
}

/** A table with a rule under its head. Cells lose control characters, which could steer a terminal. */
export function renderTable(
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  { width }: TableOptions = {},
): string {
  const cells = [columns, ...rows].map((row) => row.map(cellText));
  const natural = columns.map((_, i) => Math.max(1, ...cells.map((row) => length(row[i] ?? ''))));
  const widths = width === undefined ? natural : fit(natural, width - 3 * (columns.length - 1));
  const lines = cells.map((row) =>
    row
      .map((cell, i) => pad(cell, widths[i] ?? 0))
      .join(' │ ')
      .trimEnd(),
  );
  const rule = widths.map((w) => '─'.repeat(w)).join('─┼─');
  return `${[lines[0], rule, ...lines.slice(1)].join('\n')}\n`;
}

/** A value of Cypher as people read it: nodes by name, relationships by type, lists and maps as JSON. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return clean(value);
  if (typeof value !== 'object') return String(value);
  if ('kind' in value && 'properties' in value) return clean(entityText(value as Entity));
  return clean(JSON.stringify(value));
}

interface Entity {
  readonly kind: unknown;
  readonly id: string;
  readonly type?: string;
  readonly source?: string;
  readonly target?: string;
  readonly properties: Readonly<Record<string, unknown>>;
}
const entityText = (e: Entity): string =>
  e.kind === 'relationship'
    ? `(${e.source})-[${e.type}]->(${e.target})`
    : `(${e.id}${typeof e.properties['name'] === 'string' ? ` ${e.properties['name']}` : ''})`;

const clean = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');
const length = (text: string): number => [...text].length;

function pad(text: string, width: number): string {
  const chars = [...text];
  if (chars.length <= width) return text + ' '.repeat(width - chars.length);
  return `${chars.slice(0, Math.max(0, width - 1)).join('')}…`;
}

/** Takes from the widest columns until the table fits; no column falls below 8 characters. */
function fit(natural: readonly number[], total: number): number[] {
  const widths = [...natural];
  for (let over = sum(widths) - total; over > 0; over = sum(widths) - total) {
    const widest = Math.max(...widths);
    if (widest <= 8) break;
    const at = widths.indexOf(widest);
    const second = Math.max(8, ...widths.filter((_, i) => i !== at && widths[i] !== widest));
    widths[at] = Math.max(second < widest ? second : widest - 1, widest - over);
  }
  return widths;
}
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
