import { Loader, Table, Text, TextInput, Title, UnstyledButton } from '@mantine/core';
import type { Comparison, PairChange } from '../../../server/contract.ts';
import { useComparison, useTimeline } from '../../api/queries.ts';
import { useExplorer } from '../../panels/explorer-context.ts';
import { Failure } from '../../panels/failure.tsx';
import { isPartialDate } from '../../state/view/dates.ts';
import { dispatch } from '../../state/view/store.ts';
import { texts } from '../../texts.ts';
import './changes.css';

/** The setting that holds each end, and its text. */
const ENDS = ['beforefrom', 'beforeto', 'afterfrom', 'afterto'] as const;
type End = (typeof ENDS)[number];
type Periods = Readonly<Record<End, string>>;

const KINDS = ['changed', 'new', 'gone'] as const;

/** The two halves of what is dated, by the number of edges. */
function halves(years: readonly { readonly at: string; readonly edges: number }[]): Periods | undefined {
  const total = years.reduce((sum, year) => sum + year.edges, 0);
  let seen = 0;
  for (const [i, { at, edges }] of years.slice(0, -1).entries()) {
    seen += edges;
    const next = years[i + 1];
    if (next && (seen >= total / 2 || i === years.length - 2))
      return { beforefrom: '', beforeto: at, afterfrom: next.at, afterto: '' };
  }
  return undefined;
}

function Ends({ periods }: { readonly periods: Periods }) {
  const field = (end: End, label: string) => (
    <TextInput
      key={`${end}${periods[end]}`}
      size="xs"
      label={label}
      placeholder="YYYY-MM-DD"
      defaultValue={periods[end]}
      onBlur={({ currentTarget: { value } }) => {
        const text = value.trim();
        if (text !== periods[end] && (text === '' || isPartialDate(text)))
          dispatch({
            kind: 'settings',
            values: { ...settingsOf(periods), [`changes.${end}`]: text || 'open' },
          });
      }}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
  return (
    <div className="periods">
      <fieldset>
        <legend>{texts.changes.before}</legend>
        {field('beforefrom', texts.changes.from)}
        {field('beforeto', texts.changes.to)}
      </fieldset>
      <fieldset>
        <legend>{texts.changes.after}</legend>
        {field('afterfrom', texts.changes.from)}
        {field('afterto', texts.changes.to)}
      </fieldset>
    </div>
  );
}

const settingsOf = (periods: Periods): Readonly<Record<string, string>> =>
  Object.fromEntries(ENDS.map((end) => [`changes.${end}`, periods[end] || 'open']));

function usePeriods(): Periods | undefined {
  const { view } = useExplorer();
  const timeline = useTimeline(view, true, 'year');
  const bins = timeline.data?.bins ?? [];
  const usual = halves(
    bins.map((bin) => ({ at: bin.at, edges: bin.cooperation + bin.conflict + bin.neutral })),
  );
  if (!usual) return undefined;
  const chosen = ENDS.map((end) => {
    const value = view.settings[`changes.${end}`];
    return [end, value === undefined ? usual[end] : value === 'open' ? '' : value] as const;
  });
  return Object.fromEntries(chosen) as unknown as Periods;
}

function Row({ change, nameOf }: { readonly change: PairChange; readonly nameOf: (id: string) => string }) {
  const { source, target, before, after } = change;
  return (
    <Table.Tr>
      <Table.Td>
        <UnstyledButton
          className="link"
          title={texts.changes.open(nameOf(source), nameOf(target))}
          onClick={() =>
            dispatch({ kind: 'select', selection: { kind: 'pair', source, target, directed: false } })
          }
        >
          {nameOf(source)} – {nameOf(target)}
        </UnstyledButton>
      </Table.Td>
      <Table.Td>{change.change === 'new' ? '–' : texts.changes.signs(before)}</Table.Td>
      <Table.Td>{change.change === 'gone' ? '–' : texts.changes.signs(after)}</Table.Td>
    </Table.Tr>
  );
}

function Changes({ comparison }: { readonly comparison: Comparison }) {
  const names = new Map(comparison.nodes.map((node) => [node.id, node.name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  if (comparison.total === 0) return <Text>{texts.changes.none}</Text>;
  return KINDS.map((kind) => {
    const found = comparison.changes.filter((change) => change.change === kind);
    if (found.length === 0) return null;
    return (
      <section key={kind} aria-label={texts.changes.kinds[kind]}>
        <Title order={3} size="h5">
          {texts.changes.kinds[kind]}{' '}
          <Text component="span" size="xs" c="dimmed">
            {texts.number(found.length)}, {texts.changes.hints[kind]}
          </Text>
        </Title>
        <Table fz="sm" verticalSpacing={4} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{texts.changes.pair}</Table.Th>
              <Table.Th scope="col">{texts.changes.before}</Table.Th>
              <Table.Th scope="col">{texts.changes.after}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.map((change) => (
              <Row key={`${change.source} ${change.target}`} change={change} nameOf={nameOf} />
            ))}
          </Table.Tbody>
        </Table>
      </section>
    );
  });
}

/** Two periods side by side: what is new, gone, turned round. */
export function ChangesView() {
  const { view } = useExplorer();
  const periods = usePeriods();
  const answer = useComparison(
    view,
    periods && {
      beforeFrom: periods.beforefrom,
      beforeTo: periods.beforeto,
      afterFrom: periods.afterfrom,
      afterTo: periods.afterto,
    },
  );
  return (
    <div className="changes">
      <Title order={2} size="h4">
        {texts.changes.title}
      </Title>
      <Text size="sm" c="dimmed">
        {texts.changes.about}
      </Text>
      {periods ? <Ends periods={periods} /> : <Text mt="md">{texts.changes.choose}</Text>}
      {answer.error && <Failure title={texts.errors.panel} error={answer.error} onRetry={answer.refetch} />}
      {answer.data ? (
        <>
          <Text size="xs" c="dimmed" role="status">
            {texts.changes.shown(answer.data.changes.length, answer.data.total)}
          </Text>
          <Changes comparison={answer.data} />
        </>
      ) : (
        periods && !answer.error && <Loader size="sm" aria-label={texts.loading} />
      )}
    </div>
  );
}
