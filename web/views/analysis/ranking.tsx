import { Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { RankedNode } from '../../../server/contract.ts';
import { NodeLink } from '../../panels/node-link.tsx';
import { dispatch } from '../../state/view/store.ts';
import { texts } from '../../texts.ts';
import type { PartProps } from './analysis-view.tsx';

const MEASURES = ['pagerank', 'betweenness', 'degree', 'edges'] as const;
type Measure = (typeof MEASURES)[number];

const precise = new Intl.NumberFormat('en', { minimumFractionDigits: 4, maximumFractionDigits: 4 });
const show = (measure: Measure, value: number | null): string =>
  value === null
    ? texts.analysis.tooLarge
    : measure === 'degree' || measure === 'edges'
      ? texts.number(value)
      : precise.format(value);

function Head({ measure, sort }: { readonly measure: Measure; readonly sort: Measure }) {
  const { name, about } = texts.analysis.measures[measure];
  const sorted = measure === sort;
  return (
    <Table.Th scope="col" aria-sort={sorted ? 'descending' : undefined} className="number">
      <UnstyledButton
        className="sorter"
        title={about}
        onClick={() =>
          dispatch({
            kind: 'settings',
            values: { 'analysis.by': measure === MEASURES[0] ? '' : measure },
          })
        }
      >
        {name} {sorted && <IconArrowDown size={13} aria-hidden="true" />}
      </UnstyledButton>
    </Table.Th>
  );
}

function Bar({ value, most }: { readonly value: number | null; readonly most: number }) {
  return (
    <i className="bar" style={{ width: `${most > 0 ? Math.round(((value ?? 0) / most) * 100) : 0}%` }} />
  );
}

/** Nodes by the measure that is chosen, with all four measures and what they mean. */
export function Ranking({ answer, nameOf, by }: PartProps & { readonly by: string | undefined }) {
  const sort = MEASURES.find((measure) => measure === by) ?? MEASURES[0];
  const { ranking, of } = answer.analysis;
  const rows = useMemo(() => [...ranking].sort((a, b) => (b[sort] ?? 0) - (a[sort] ?? 0)), [ranking, sort]);
  const most = Math.max(...rows.map((row) => row[sort] ?? 0), 0);
  const cell = (row: RankedNode, measure: Measure) => (
    <Table.Td
      key={measure}
      className="number"
      title={row[measure] === null ? texts.analysis.tooLargeHint : undefined}
    >
      {show(measure, row[measure])}
      {measure === sort && <Bar value={row[measure]} most={most} />}
    </Table.Td>
  );
  return (
    <>
      <Text size="sm" c="dimmed">
        {texts.analysis.measures[sort].name}: {texts.analysis.measures[sort].about}
      </Text>
      <div className="wide-table">
        <Table verticalSpacing={4} fz="sm" highlightOnHover aria-label={texts.analysis.ranking}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{texts.analysis.node}</Table.Th>
              {MEASURES.map((measure) => (
                <Head key={measure} measure={measure} sort={sort} />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td>
                  <NodeLink id={row.id} name={nameOf(row.id)} />
                </Table.Td>
                {MEASURES.map((measure) => cell(row, measure))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {of.nodes > rows.length && (
        <Text size="xs" c="dimmed">
          {texts.analysis.cut(rows.length, of.nodes)}
        </Text>
      )}
    </>
  );
}
