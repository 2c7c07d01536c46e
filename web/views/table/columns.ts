import type { ReactNode } from 'react';

export type Value = string | number;

/** A row is known by its key, which is also how the selection knows it. */
export interface Keyed {
  readonly key: string;
}

/** One column: what it is called, what it sorts, filters and exports by, and how a cell looks if not as its value. */
export interface Column<Row extends Keyed> {
  readonly id: string;
  readonly title: string;
  readonly value: (row: Row) => Value;
  readonly cell?: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  /** Hidden until chosen. */
  readonly spare?: boolean;
  /** Of all columns the part of the width that it takes; 1 unless told. */
  readonly share?: number;
}

const RISKY = /[",\r\n]/;
const csvCell = (value: Value): string => {
  const text = String(value);
  return RISKY.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** RFC 4180. Values stay as they are: a quote must be verbatim. */
export const toCsv = <Row extends Keyed>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  [columns.map((c) => csvCell(c.title)), ...rows.map((row) => columns.map((c) => csvCell(c.value(row))))]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');

/** For the clipboard: spreadsheets take tabs for columns, so tabs and line ends inside a value become spaces. */
export const toTabs = <Row extends Keyed>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  [columns.map((c) => c.title), ...rows.map((row) => columns.map((c) => String(c.value(row))))]
    .map((cells) => cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n');
