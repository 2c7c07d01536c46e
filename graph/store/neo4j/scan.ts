import { byCodeUnit } from '../../ids.ts';
import type { Row, Run } from '../backend.ts';

/**
 * Rows of one kind held at once. Few: those of a rare kind wait while many of the others pass, and what waits for long is
 * cleaned away late.
 */
const PAGE = 100;

/**
 * The rows of several queries, each of which gives its own in order of id page by page, merged into that order. A page is
 * found by an index, so neither side sorts or holds everything, and a slow reader keeps no transaction open. Sorted by one
 * query instead, a million edges filled a server of 512 MB until it answered nobody.
 */
export async function* inOrder(read: Run, pages: readonly string[]): AsyncGenerator<Row> {
  const sources: Source[] = [];
  for (const cypher of pages) {
    const source = { cypher, rows: [], at: 0, after: '' };
    if (await turnPage(read, source)) sources.push(source);
  }
  while (sources.length > 0) {
    const next = sources.reduce((a, b) => (byCodeUnit(idAt(a), idAt(b)) <= 0 ? a : b));
    yield next.rows[next.at++]!;
    if (next.at < next.rows.length) continue;
    if (!(await turnPage(read, next))) sources.splice(sources.indexOf(next), 1);
  }
}

interface Source {
  readonly cypher: string;
  rows: readonly Row[];
  at: number;
  /** The last id that was read. */
  after: string;
}

/** Reads the next page; false when there is none. */
async function turnPage(read: Run, source: Source): Promise<boolean> {
  source.rows = await read(source.cypher, { after: source.after, limit: PAGE });
  source.at = 0;
  const last = source.rows.at(-1);
  if (last) source.after = idOf(last);
  return last !== undefined;
}

const idAt = ({ rows, at }: Source): string => idOf(rows[at]!);
const idOf = (row: Row): string => String((row['properties'] as Row)['id']);
