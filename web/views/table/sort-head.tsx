import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Column, Keyed } from './columns.ts';
import type { Sorting } from './data-table.tsx';

interface Props<Row extends Keyed> {
  readonly column: Column<Row>;
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting | null) => void;
}

/** The first click sorts as one would want it: names upwards, numbers downwards; the third takes the order back. */
function next(column: Column<Keyed>, sorting: Sorting | null): Sorting | null {
  const first = column.numeric ?? false;
  if (sorting?.id !== column.id) return { id: column.id, desc: first };
  return sorting.desc === first ? { id: column.id, desc: !first } : null;
}

export function SortHead<Row extends Keyed>({ column, sorting, onSort }: Props<Row>) {
  const isSorted = sorting?.id === column.id;
  const Icon = sorting?.desc ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      className={column.numeric ? 'number' : undefined}
      style={{ width: `${(column.share ?? 1) * 10}%` }}
      aria-sort={isSorted ? (sorting.desc ? 'descending' : 'ascending') : undefined}
    >
      <UnstyledButton
        className="sort-head"
        onClick={() => onSort(next(column as unknown as Column<Keyed>, sorting))}
      >
        {column.title} {isSorted && <Icon size={13} aria-hidden="true" />}
      </UnstyledButton>
    </th>
  );
}
