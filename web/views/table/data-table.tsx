import { Text } from '@mantine/core';
import {
  columnFilteringFeature,
  columnVisibilityFeature,
  createFilteredRowModel,
  createSortedRowModel,
  filterFn_includesString,
  globalFilteringFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import type { Row as TableRow } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { texts } from '../../texts.ts';
import type { Column, Keyed } from './columns.ts';
import { SortHead } from './sort-head.tsx';

const features = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
  filterFns: { includesString: filterFn_includesString },
});
const ROW_HEIGHT = 36;
/** Made once: making it costs more than comparing. */
const alphabet = new Intl.Collator('en', { numeric: true });

export interface Sorting {
  readonly id: string;
  readonly desc: boolean;
}
interface Props<Row extends Keyed> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly filter: string;
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting | null) => void;
  readonly hidden: ReadonlySet<string>;
  /** Key of the row that is selected on the canvas, too. */
  readonly selected: string | null;
  readonly onSelect: (row: Row) => void;
  /** Told whenever the rows that pass, or their order, change. */
  readonly onRows: (rows: readonly Row[]) => void;
}

/** Rows sorted and filtered by TanStack Table. */
function useModel<Row extends Keyed>({ columns, rows, filter, sorting, hidden }: Props<Row>) {
  const definitions = useMemo(
    () => columns.map((column) => ({ id: column.id, accessorFn: column.value, sortFn: compare })),
    [columns],
  );
  const state = useMemo(
    () => ({
      globalFilter: filter,
      sorting: sorting ? [{ ...sorting }] : [],
      columnVisibility: Object.fromEntries([...hidden].map((id) => [id, false])),
    }),
    [filter, sorting, hidden],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: rows as Row[],
    getRowId: (row) => row.key,
    state,
    globalFilterFn: 'includesString',
    getColumnCanGlobalFilter: () => true,
  });
  return table.getRowModel().rows;
}

/** Numbers by size, words by the alphabet; nothing comes last. */
function compare<Row extends Keyed>(
  a: TableRow<typeof features, Row>,
  b: TableRow<typeof features, Row>,
  id: string,
): number {
  const [x, y] = [a.getValue(id), b.getValue(id)];
  if (typeof x === 'number' && typeof y === 'number') return x - y;
  return alphabet.compare(String(x), String(y));
}

/** A table of any length: only the rows in sight are in the page. */
export function DataTable<Row extends Keyed>(props: Props<Row>) {
  const { caption, columns, filter, hidden, selected, onRows, rows: all } = props;
  const rows = useModel(props);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  useEffect(() => onRows(rows.map((row) => row.original)), [rows, onRows]);
  // What is selected on the canvas comes into sight here.
  const at = selected === null ? -1 : rows.findIndex((row) => row.id === selected);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'center' });
  }, [at, virtual]);
  const shown = columns.filter((column) => !hidden.has(column.id));
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div ref={scroller} className="data-table">
      <table aria-label={caption} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {shown.map((column) => (
              <SortHead key={column.id} column={column} {...props} />
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr aria-hidden="true" style={{ height: above }} />}
          {items.map(({ index }) => {
            const row = rows[index];
            return row && <BodyRow key={row.id} row={row.original} index={index} shown={shown} {...props} />;
          })}
          {below > 0 && <tr aria-hidden="true" style={{ height: below }} />}
        </tbody>
      </table>
      {rows.length === 0 && all.length > 0 && (
        <Text size="sm" c="dimmed" p="md">
          {texts.tables.nothing(filter)}
        </Text>
      )}
    </div>
  );
}

interface BodyRowProps<Row extends Keyed> extends Pick<Props<Row>, 'selected' | 'onSelect'> {
  readonly row: Row;
  readonly index: number;
  readonly shown: readonly Column<Row>[];
}

function BodyRow<Row extends Keyed>({ row, index, shown, selected, onSelect }: BodyRowProps<Row>) {
  const isSelected = row.key === selected;
  return (
    <tr
      aria-rowindex={index + 2}
      data-selected={isSelected || undefined}
      aria-current={isSelected ? 'true' : undefined}
      onClick={(event) => {
        // Buttons in a cell do what they say.
        if (!(event.target as Element).closest('button')) onSelect(row);
      }}
    >
      {shown.map((column) => (
        <td
          key={column.id}
          className={column.numeric ? 'number' : undefined}
          title={String(column.value(row))}
        >
          {column.cell?.(row) ?? column.value(row)}
        </td>
      ))}
    </tr>
  );
}
