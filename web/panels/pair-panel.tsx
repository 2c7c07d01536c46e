import { Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Edge } from '../../server/contract.ts';
import { useEvidence } from '../api/analysis.ts';
import type { Selection } from '../state/view/view.ts';
import { texts } from '../texts.ts';
import { EvidenceCard } from './evidence-card.tsx';
import { useExplorer } from './explorer-context.ts';
import { Failure } from './failure.tsx';
import { NodeLink } from './node-link.tsx';
import { PanelHead } from './panel-head.tsx';
import { LineSwatch } from './swatch.tsx';

type PairSelection = Extract<Selection, { kind: 'pair' }>;
const PAGE = 8;

/** One relation of the pair; a card says who of the two stands at which end. */
function Piece({ edge, names }: { readonly edge: Edge; readonly names: ReadonlyMap<string, string> }) {
  const info = useExplorer().ontology.type(edge.type);
  const name = (id: string): string => names.get(id) ?? id;
  return (
    <div>
      <Text size="sm" fw={550} className="anywhere">
        <LineSwatch family={info?.family ?? 'structure'} /> {name(edge.source)}{' '}
        <span className="phrase">{info?.phrase ?? edge.type}</span> {name(edge.target)}
      </Text>
      <EvidenceCard edge={edge} />
    </div>
  );
}

/** Everything that is stated between two nodes and passes the filters, by date. */
export function PairPanel({ pair }: { readonly pair: PairSelection }) {
  const { view } = useExplorer();
  const { data, error, refetch } = useEvidence(view, pair);
  const [shown, setShown] = useState(PAGE);
  const names = new Map(data?.nodes.map((node) => [node.id, node.name]));
  const edges = data?.edges ?? [];
  const left = edges.length - shown;
  return (
    <>
      <PanelHead>
        <Title order={2} size="h4" className="tie-title">
          <NodeLink id={pair.source} name={names.get(pair.source)} />
          <span className="tie-phrase">{pair.directed ? texts.pair.towards : texts.pair.and}</span>
          <NodeLink id={pair.target} name={names.get(pair.target)} />
        </Title>
        {data && (
          <Text size="sm" c="dimmed">
            {texts.tie.evidence(data.totalEdges)}
          </Text>
        )}
      </PanelHead>
      <Stack gap="md" className="panel-body">
        {error && <Failure title={texts.errors.panel} error={error} onRetry={refetch} />}
        {!data && !error && <Skeleton height={180} radius="md" aria-label={texts.loading} />}
        {data && edges.length === 0 && <Text size="sm">{texts.pair.none}</Text>}
        {edges.slice(0, shown).map((edge) => (
          <Piece key={edge.id} edge={edge} names={names} />
        ))}
        {left > 0 && (
          <Button variant="default" onClick={() => setShown(shown + PAGE)}>
            {texts.tie.more(Math.min(left, PAGE))}
          </Button>
        )}
        {data && data.totalEdges > data.edges.length && (
          <Text size="xs" c="dimmed">
            {texts.pair.cut(data.edges.length)}
          </Text>
        )}
      </Stack>
    </>
  );
}
