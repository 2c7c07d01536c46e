import { Alert, Anchor, Skeleton, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Edge, StatementWithGraph } from '../../server/contract.ts';
import { useStatement } from '../api/queries.ts';
import { segment, spansOf } from '../state/evidence/segments.ts';
import type { Ontology } from '../state/graph/ontology.ts';
import { tieEnds } from '../state/graph/ties.ts';
import { dispatch } from '../state/view/store.ts';
import { texts } from '../texts.ts';
import { useExplorer } from './explorer-context.ts';
import { Failure } from './failure.tsx';
import { MarkedText } from './marked-text.tsx';
import { PanelHead } from './panel-head.tsx';
import { LineSwatch } from './swatch.tsx';

interface RowProps {
  readonly edge: Edge;
  readonly nameOf: (id: string) => string;
  readonly onPoint: (edge: Edge | null) => void;
}

function EdgeRow({ edge, nameOf, onPoint }: RowProps) {
  const { ontology } = useExplorer();
  const info = ontology.type(edge.type);
  const open = (): void => {
    const [source, target] = tieEnds(edge, ontology.isDirected(edge.type));
    dispatch({ kind: 'select', selection: { kind: 'tie', type: edge.type, source, target } });
  };
  return (
    <li>
      <UnstyledButton
        className="tie-row"
        onClick={open}
        onMouseEnter={() => onPoint(edge)}
        onMouseLeave={() => onPoint(null)}
        onFocus={() => onPoint(edge)}
        onBlur={() => onPoint(null)}
      >
        <LineSwatch family={info?.family ?? 'structure'} />
        <span className="grow">
          {nameOf(edge.source)} <em className="phrase">{info?.phrase ?? edge.type}</em> {nameOf(edge.target)}
        </span>
      </UnstyledButton>
    </li>
  );
}

/** As they come in the text, who did what before who is what. */
function inOrder(edges: readonly Edge[], ontology: Ontology): readonly Edge[] {
  const isStructure = (edge: Edge): number => (ontology.type(edge.type)?.family === 'structure' ? 1 : 0);
  return edges
    .filter((edge) => ontology.type(edge.type) !== undefined)
    .sort((a, b) => isStructure(a) - isStructure(b) || a.start - b.start);
}

function Body({ data }: { readonly data: StatementWithGraph }) {
  const { ontology } = useExplorer();
  const [pointed, setPointed] = useState<Edge | null>(null);
  const { statement, graph } = data;
  const names = useMemo(() => new Map(graph.nodes.map((node) => [node.id, node.name])), [graph.nodes]);
  const edges = useMemo(() => inOrder(graph.edges, ontology), [graph.edges, ontology]);
  const marked = pointed ? [pointed] : edges;
  const spans = marked.flatMap((edge) => spansOf(statement.text, edge));
  return (
    <>
      {edges.length === 0 ? (
        <Alert color="gray" title={texts.statement.none}>
          {texts.statement.noneHint}
        </Alert>
      ) : (
        <section aria-label={texts.statement.found(edges.length)}>
          <Title order={3} size="h5">
            {texts.statement.found(edges.length)}
          </Title>
          <ul className="plain">
            {edges.map((edge) => (
              <EdgeRow key={edge.id} edge={edge} nameOf={(id) => names.get(id) ?? id} onPoint={setPointed} />
            ))}
          </ul>
        </section>
      )}
      <section aria-label={texts.statement.text}>
        <Title order={3} size="h5" mb={4}>
          {texts.statement.text}
        </Title>
        <blockquote className="passage" data-whole>
          <MarkedText segments={segment(statement.text, spans)} />
        </blockquote>
      </section>
    </>
  );
}

/** One statement: what was found in it, and its text with every quote marked. */
export function StatementPanel({ id }: { readonly id: string }) {
  const { data, error, refetch } = useStatement(id);
  const facts = data && [data.statement.speaker, data.statement.source, data.statement.date].filter(Boolean);
  return (
    <>
      <PanelHead>
        <Text size="xs" c="dimmed">
          {texts.statement.heading}
        </Text>
        <Title order={2} size="h4" className="anywhere">
          {data?.statement.title ?? texts.evidence.untitled}
        </Title>
        <Text size="xs" c="dimmed" className="anywhere">
          {facts?.join(' · ')}
        </Text>
        <Anchor
          component="button"
          type="button"
          size="xs"
          onClick={() => {
            dispatch({ kind: 'settings', values: { 'statements.id': id } });
            dispatch({ kind: 'mode', mode: 'statements' });
          }}
        >
          {texts.statements.open}
        </Anchor>
      </PanelHead>
      <Stack gap="md" className="panel-body">
        {error && <Failure title={texts.errors.panel} error={error} onRetry={refetch} />}
        {!data && !error && <Skeleton height={220} radius="md" aria-label={texts.loading} />}
        {data && <Body data={data} />}
      </Stack>
    </>
  );
}
