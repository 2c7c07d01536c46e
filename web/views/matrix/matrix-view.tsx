import './matrix.css';
import { Loader, SegmentedControl, Select, Skeleton, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Matrix, MatrixSubject } from '../../../server/contract.ts';
import { useMatrix } from '../../api/analysis.ts';
import { useExplorer } from '../../panels/explorer-context.ts';
import { Failure } from '../../panels/failure.tsx';
import { Notice } from '../../panels/notice.tsx';
import { useScheme } from '../../panels/swatch.tsx';
import { dispatch } from '../../state/view/store.ts';
import { texts } from '../../texts.ts';
import type { Sort } from './arrange.ts';
import { arrange, SORTS } from './arrange.ts';
import { MatrixGrid } from './matrix-grid.tsx';
import { stanceColours } from './stance-colour.ts';

const SUBJECTS: readonly MatrixSubject[] = ['Issue', 'Event', 'actors'];

/** A setting from the address if it is one of `known`, else the first of them. */
const oneOf = <T extends string>(known: readonly T[], value: string | undefined): T =>
  known.find((name) => name === value) ?? known[0]!;

function Controls({ on, sort }: { readonly on: MatrixSubject; readonly sort: Sort }) {
  const set = (name: string, value: string): void =>
    dispatch({ kind: 'settings', values: { [`matrix.${name}`]: value } });
  return (
    <div className="matrix-controls">
      <SegmentedControl
        size="xs"
        aria-label={texts.matrix.on}
        value={on}
        onChange={(value) => set('on', value === SUBJECTS[0] ? '' : value)}
        data={SUBJECTS.map((value) => ({ value, label: texts.matrix.subjects[value] }))}
      />
      <Select
        size="xs"
        aria-label={texts.matrix.sort}
        allowDeselect={false}
        value={sort}
        onChange={(value) => set('sort', value === SORTS[0] ? '' : (value ?? ''))}
        data={SORTS.map((value) => ({ value, label: texts.matrix.sorts[value] }))}
      />
    </div>
  );
}

function Scale() {
  const scheme = useScheme();
  return (
    <span className="scale">
      {texts.matrix.against}
      <span className="scale-bar" aria-hidden="true">
        {[-0.7, -0.45, -0.2, 0, 0.2, 0.45, 0.7].map((stance) => (
          <i key={stance} style={{ background: stanceColours(stance, scheme).background }} />
        ))}
      </span>
      {texts.matrix.inFavour}
    </span>
  );
}

function Summary({ matrix, on }: { readonly matrix: Matrix; readonly on: MatrixSubject }) {
  const { rows, columns, totalRows, totalColumns, edges, totalEdges } = matrix;
  return (
    <Text size="xs" c="dimmed" role="status">
      {texts.matrix.shown(rows.length, totalRows, columns.length, totalColumns, texts.matrix.subjects[on])}
      {' · '}
      {texts.matrix.edges(edges, totalEdges)}
    </Text>
  );
}

/** Actors against issues, events or each other: who stands where, on how much evidence, and how that moved. */
export function MatrixView() {
  const { view } = useExplorer();
  const on = oneOf(SUBJECTS, view.settings['matrix.on']);
  const sort = oneOf(SORTS, view.settings['matrix.sort']);
  const { data, error, refetch, isFetching } = useMatrix(view, on);
  const names = useMemo(() => new Map(data?.nodes.map((node) => [node.id, node.name])), [data]);
  const arranged = useMemo(
    () => data && arrange(data.matrix, sort, (id) => names.get(id) ?? id),
    [data, sort, names],
  );
  return (
    <div className="matrix-view">
      <div className="matrix-head">
        <Controls on={on} sort={sort} />
        {isFetching && <Loader size={14} aria-label={texts.status.updating} />}
        {data && <Summary matrix={data.matrix} on={on} />}
        <Scale />
      </div>
      {error && <Failure title={texts.errors.panel} error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton className="matrix-scroll" radius={0} aria-label={texts.loading} />}
      {data?.matrix.cells.length === 0 && (
        <Notice title={texts.matrix.nothing} hint={texts.matrix.nothingHint} />
      )}
      {arranged && arranged.rows.length > 0 && (
        <div className="matrix-scroll">
          <MatrixGrid
            arranged={arranged}
            nameOf={(id) => names.get(id) ?? id}
            caption={texts.matrix.caption}
          />
        </div>
      )}
      <Text size="xs" c="dimmed" className="matrix-foot">
        {texts.matrix.about} <span className="wide-only">{texts.matrix.keys}</span>
      </Text>
    </div>
  );
}
