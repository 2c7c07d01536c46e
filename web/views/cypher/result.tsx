import { Alert, Tabs, Text } from '@mantine/core';
import { useState } from 'react';
import type { GraphResponse } from '../../../server/contract.ts';
import { texts } from '../../texts.ts';
import { ResultGraph } from './result-graph.tsx';
import { ResultTable } from './result-table.tsx';

/** Most characters of JSON that are shown: more would hold the page up. */
const LONGEST = 500_000;

const planOf = ({ columns, rows }: GraphResponse): string | undefined =>
  columns.length === 1 && (columns[0] === 'plan' || columns[0] === 'profile')
    ? String(rows[0]?.[0])
    : undefined;

function Pre({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <pre className="cypher-rows" tabIndex={0} role="region" aria-label={label}>
      {text.length > LONGEST ? `${text.slice(0, LONGEST)}\n${texts.console.longJson}` : text}
    </pre>
  );
}

function Views({ result }: { readonly result: GraphResponse }) {
  const { columns, rows } = result;
  const [tab, setTab] = useState<string | null>('table');
  return (
    <Tabs value={tab} onChange={setTab} keepMounted={false} className="cypher-result">
      <Tabs.List>
        <Tabs.Tab value="table">{texts.console.table}</Tabs.Tab>
        <Tabs.Tab value="graph">{texts.console.graph}</Tabs.Tab>
        <Tabs.Tab value="json">{texts.console.json}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="table">
        <ResultTable result={result} />
      </Tabs.Panel>
      <Tabs.Panel value="graph">
        <ResultGraph result={result} />
      </Tabs.Panel>
      <Tabs.Panel value="json">
        <Pre text={JSON.stringify({ columns, rows }, null, 2)} label={texts.console.json} />
      </Tabs.Panel>
    </Tabs>
  );
}

/** What a query gave: a plan, or rows as table, graph and JSON. */
export function Result({ result }: { readonly result: GraphResponse }) {
  const plan = planOf(result);
  const { rows, ms, cut } = result;
  return (
    <>
      <Text size="sm" c="dimmed" role="status">
        {plan === undefined ? texts.console.found(rows.length, ms) : texts.console.plan}
      </Text>
      {cut && <Alert color="yellow">{texts.console.cut[cut](rows.length)}</Alert>}
      {plan === undefined ? <Views result={result} /> : <Pre text={plan} label={texts.console.plan} />}
    </>
  );
}
