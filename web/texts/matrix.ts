import { count, number } from './number.ts';

const stance = (value: number): string => (value > 0 ? `+${value.toFixed(2)}` : value.toFixed(2));

export const matrix = {
  caption: 'Where actors stand',
  on: 'Columns',
  subjects: { Issue: 'Issues', Event: 'Events', actors: 'Actors' },
  one: { Issue: 'issue', Event: 'event', actors: 'actor' },
  sort: 'Order',
  sorts: { edges: 'Most evidence', name: 'By name', stance: 'By stance', clustered: 'Alike side by side' },
  actors: 'Actors',
  shown: (rows: number, totalRows: number, columns: number, totalColumns: number, subjects: string) =>
    `Top ${number.format(rows)} of ${count(totalRows, 'actor', 'actors')}, top ${number.format(columns)} of ${number.format(totalColumns)} ${subjects.toLowerCase()}`,
  edges: (shown: number, total: number) =>
    shown === total
      ? `All ${count(total, 'position', 'positions')} stated`
      : `${number.format(shown)} of ${count(total, 'position', 'positions')} stated`,
  about:
    'Colour: the mean PLOVER score of what is stated, from conflict to cooperation. Number: statements. Arrow: how it moved from the earlier to the later half of them.',
  against: 'Conflict',
  neutral: 'Neutral',
  inFavour: 'Cooperation',
  cell: (row: string, column: string, value: number, edges: number) =>
    `${row} on ${column}: ${stance(value)}, ${count(edges, 'statement', 'statements')}`,
  years: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
  moved: (trend: number) =>
    trend > 0 ? `towards cooperation by ${trend.toFixed(2)}` : `towards conflict by ${(-trend).toFixed(2)}`,
  nothing: 'Nobody takes a position here',
  nothingHint: 'Widen the filters, or choose other columns.',
  keys: 'Arrow keys move between cells, Enter opens the quotes.',
} as const;
