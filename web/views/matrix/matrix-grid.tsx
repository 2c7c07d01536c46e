import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { MatrixCell } from '../../../server/contract.ts';
import { useScheme } from '../../panels/swatch.tsx';
import { dispatch } from '../../state/view/store.ts';
import { texts } from '../../texts.ts';
import type { Arranged } from './arrange.ts';
import { stanceColours } from './stance-colour.ts';

interface Props {
  readonly arranged: Arranged;
  readonly nameOf: (id: string) => string;
  readonly caption: string;
}
type Place = readonly [row: number, column: number];

/** A trend smaller than this is no arrow. */
const NOTABLE = 0.1;

function describe(cell: MatrixCell, nameOf: Props['nameOf']): string {
  const words = [texts.matrix.cell(nameOf(cell.row), nameOf(cell.column), cell.stance, cell.edges)];
  if (cell.first) words.push(texts.matrix.years(cell.first, cell.last));
  if (cell.trend !== null && Math.abs(cell.trend) >= NOTABLE) words.push(texts.matrix.moved(cell.trend));
  return words.join(', ');
}

const arrow = ({ trend }: MatrixCell): string =>
  trend === null || Math.abs(trend) < NOTABLE ? '' : trend > 0 ? '↗' : '↘';

const STEPS: Readonly<Record<string, Place>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The next cell in that direction that holds something. */
function nextFull(
  { rows, columns, at }: Arranged,
  [row, column]: Place,
  [down, right]: Place,
): Place | undefined {
  for (let r = row + down, c = column + right; r in rows && c in columns; r += down, c += right) {
    if (at(rows[r] ?? '', columns[c] ?? '')) return [r, c];
  }
  return undefined;
}

/** One stop for the tab key; arrows go from full cell to full cell. */
export function MatrixGrid({ arranged, nameOf, caption }: Props) {
  const { rows, columns, at } = arranged;
  const scheme = useScheme();
  const [focus, setFocus] = useState<Place | null>(null);
  const firstRow = rows.findIndex((row) => columns.some((column) => at(row, column)));
  const firstColumn = columns.findIndex((column) => at(rows[firstRow] ?? '', column));
  const stop = focus && at(rows[focus[0]] ?? '', columns[focus[1]] ?? '') ? focus : [firstRow, firstColumn];
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    const step = STEPS[event.key];
    const next = step && nextFull(arranged, [stop[0] ?? 0, stop[1] ?? 0], step);
    if (!next) return;
    event.preventDefault();
    setFocus(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-place="${next.join('-')}"]`)?.focus();
  };
  const open = (cell: MatrixCell): void =>
    dispatch({
      kind: 'select',
      selection: { kind: 'pair', source: cell.row, target: cell.column, directed: true },
    });
  return (
    <table className="matrix" role="grid" aria-label={caption} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <td className="corner" />
          {columns.map((column) => (
            <th scope="col" key={column} title={nameOf(column)}>
              <span>{nameOf(column)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, r) => (
          <tr key={row}>
            <th scope="row" title={nameOf(row)}>
              <span>{nameOf(row)}</span>
            </th>
            {columns.map((column, c) => {
              const cell = at(row, column);
              if (!cell) return <td key={column} />;
              return (
                <td key={column}>
                  <button
                    type="button"
                    data-place={`${r}-${c}`}
                    tabIndex={r === stop[0] && c === stop[1] ? 0 : -1}
                    style={stanceColours(cell.stance, scheme)}
                    aria-label={describe(cell, nameOf)}
                    title={describe(cell, nameOf)}
                    onFocus={() => setFocus([r, c])}
                    onClick={() => open(cell)}
                  >
                    {texts.number(cell.edges)}
                    <small>{arrow(cell)}</small>
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
