import { VERDICTS, isPair, problemOf, settled } from './decisions.ts';
import type { Decision } from './decisions.ts';

const HEAD = 'verdict\tid\tother\tnote';
const ABOUT =
  '# Who is who, as decided by people; `entente merges import` takes this file. See docs/identity.md';

/** Decisions as a table with tabs, sorted: equal decisions give equal bytes, and two files can be compared by `diff`. */
export function writeDecisions(decisions: readonly Decision[]): string {
  const rows = settled(decisions).map((d) =>
    [d.verdict, d.id, isPair(d) ? d.other : '', d.note ?? ''].join('\t').trimEnd(),
  );
  return `${[ABOUT, HEAD, ...rows].join('\n')}\n`;
}

/**
 * Reads such a table. Empty lines and lines that begin with `#` are passed over.
 * @throws Error naming the line and what is wrong with it.
 */
export function readDecisions(text: string): Decision[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const decisions: Decision[] = [];
  let head = false;
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (!head) {
      if (line.trimEnd() !== HEAD)
        throw new Error(`line ${i + 1}: the head line must be ${HEAD.replaceAll('\t', ' TAB ')}`);
      head = true;
      continue;
    }
    decisions.push(readRow(line, i + 1));
  }
  if (!head)
    throw new Error(`this is no file of decisions: it has no head line (${HEAD.replaceAll('\t', ' TAB ')})`);
  return settled(decisions);
}

function readRow(line: string, at: number): Decision {
  const cells = line.split('\t');
  const [given = '', id = '', other = '', note = ''] = cells.map((cell) => cell.trim());
  const verdict = VERDICTS.find((v) => v === given);
  if (verdict === undefined)
    throw new Error(`line ${at}: "${given}" is no verdict; write one of ${VERDICTS.join(', ')}`);
  if (cells.length > 4) throw new Error(`line ${at}: ${cells.length} cells, but there are four columns`);
  const ofOne = verdict === 'apart' || verdict === 'one';
  if (ofOne && other !== '') throw new Error(`line ${at}: ${verdict} is about one id, but a second is given`);
  const more = note === '' ? {} : { note };
  const decision: Decision = ofOne ? { verdict, id, ...more } : { verdict, id, other, ...more };
  const problem = problemOf(decision);
  if (problem !== undefined) throw new Error(`line ${at}: ${problem}`);
  return decision;
}
