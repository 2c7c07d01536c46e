import './table.css';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useExplorer, useNameOf } from '../../panels/explorer-context.ts';
import { dispatch } from '../../state/view/store.ts';
import { texts } from '../../texts.ts';
import type { Column, Keyed } from './columns.ts';
import type { Sorting } from './data-table.tsx';
import { DataTable } from './data-table.tsx';
import { edgeRows, nodeRows, selectedKey, tieRows } from './rows.ts';
import { edgeColumns, nodeColumns, tieColumns } from './table-columns.tsx';
import type { Kind } from './table-tools.tsx';
import { KINDS, TableTools } from './table-tools.tsx';

const set = (values: Readonly<Record<string, string>>): void => dispatch({ kind: 'settings', values });

function readSorting(text: string | undefined): Sorting | null {
  const [, id, way] = /^([a-z]+)-(up|down)$/.exec(text ?? '') ?? [];
  return id ? { id, desc: way === 'down' } : null;
}
const writeSorting = (sorting: Sorting | null): string =>
  sorting ? `${sorting.id}-${sorting.desc ? 'down' : 'up'}` : '';

/** Columns away from how they are at first; in the address as their names. */
function useHidden<Row extends Keyed>(columns: readonly Column<Row>[], changed: string) {
  return useMemo(() => {
    const names = new Set(changed.split('.'));
    const hidden = columns.filter((column) => (column.spare ?? false) !== names.has(column.id));
    return new Set(hidden.map((column) => column.id));
  }, [columns, changed]);
}

interface PartProps<Row extends Keyed> {
  readonly kind: Kind;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly selected: string | null;
  readonly onSelect: (row: Row) => void;
}

function Part<Row extends Keyed>({ kind, columns, rows, selected, onSelect }: PartProps<Row>) {
  const { settings } = useExplorer().view;
  const changed = settings['table.columns'] ?? '';
  const hidden = useHidden(columns, changed);
  const sorting = useMemo(() => readSorting(settings['table.sort']), [settings]);
  const [filter, setFilter] = useState('');
  const [settled] = useDebouncedValue(filter, 150);
  const [standing, setStanding] = useState<readonly Row[]>(rows);
  const toggle = (id: string): void => {
    const names = changed === '' ? [] : changed.split('.');
    const next = names.includes(id) ? names.filter((name) => name !== id) : [...names, id];
    set({ 'table.columns': next.join('.') });
  };
  return (
    <div className="table-view">
      <TableTools
        kind={kind}
        onKind={(value) =>
          set({ 'table.of': value === KINDS[0] ? '' : value, 'table.sort': '', 'table.columns': '' })
        }
        filter={filter}
        onFilter={setFilter}
        columns={columns}
        hidden={hidden}
        onToggle={toggle}
        rows={standing}
      />
      <DataTable
        caption={texts.tables.captions[kind]}
        columns={columns}
        rows={rows}
        filter={settled}
        sorting={sorting}
        onSort={(next) => set({ 'table.sort': writeSorting(next) })}
        hidden={hidden}
        selected={selected}
        onSelect={onSelect}
        onRows={setStanding}
      />
    </div>
  );
}

/** What the canvas shows as tables of ties, nodes and edges; a row selected here is selected there. */
export function TableView() {
  const { graph, ontology, view } = useExplorer();
  const nameOf = useNameOf();
  const kind = KINDS.find((name) => name === view.settings['table.of']) ?? KINDS[0];
  const key = selectedKey(view.selection, ontology);
  const { nodes } = graph.loaded;
  // The function that names nodes is new at every render; the nodes are not.
  const ties = useMemo(
    () => ({ rows: tieRows(graph), columns: tieColumns(ontology, nameOf) }),
    [graph, ontology, nodes],
  );
  const all = useMemo(() => ({ rows: nodeRows(graph), columns: nodeColumns() }), [graph]);
  const edges = useMemo(
    () => ({ rows: edgeRows(graph), columns: edgeColumns(ontology, nameOf) }),
    [graph, ontology, nodes],
  );
  if (kind === 'nodes') {
    return (
      <Part
        key={kind}
        kind={kind}
        {...all}
        selected={key}
        onSelect={({ node }) => dispatch({ kind: 'select', selection: { kind: 'node', id: node.id } })}
      />
    );
  }
  const open = ({ type, source, target }: { type: string; source: string; target: string }): void =>
    dispatch({ kind: 'select', selection: { kind: 'tie', type, source, target } });
  if (kind === 'edges') {
    const first = edges.rows.find((row) => row.tie === key)?.key ?? null;
    return <Part key={kind} kind={kind} {...edges} selected={first} onSelect={({ edge }) => open(edge)} />;
  }
  return <Part key={kind} kind={kind} {...ties} selected={key} onSelect={({ tie }) => open(tie)} />;
}
