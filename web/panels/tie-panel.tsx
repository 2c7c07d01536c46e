import { Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTie } from '../api/queries.ts';
import type { Selection } from '../state/view/view.ts';
import { texts } from '../texts.ts';
import { EvidenceCard } from './evidence-card.tsx';
import { useExplorer } from './explorer-context.ts';
import { Failure } from './failure.tsx';
import { NodeLink } from './node-link.tsx';
import { PanelHead } from './panel-head.tsx';
import { Seen } from './seen.tsx';
import { LineSwatch } from './swatch.tsx';

type TieSelection = Extract<Selection, { kind: 'tie' }>;
const PAGE = 8;

function Head({ tie, count }: { readonly tie: TieSelection; readonly count: number | undefined }) {
  const info = useExplorer().ontology.type(tie.type);
  return (
    <PanelHead>
      <Title order={2} size="h4" className="tie-title">
        <NodeLink id={tie.source} />
        <span className="tie-phrase">
          <LineSwatch family={info?.family ?? 'structure'} /> {info?.phrase ?? tie.type}
        </span>
        <NodeLink id={tie.target} />
      </Title>
      {count !== undefined && (
        <Text size="sm" c="dimmed">
          {texts.tie.evidence(count)}
        </Text>
      )}
    </PanelHead>
  );
}

/** Every piece of evidence that two ends stand in one relation, by date. */
export function TiePanel({ tie }: { readonly tie: TieSelection }) {
  const { ontology } = useExplorer();
  const { part, error, refetch } = useTie(tie, ontology);
  const [shown, setShown] = useState(PAGE);
  const edges = part?.edges ?? [];
  const left = edges.length - shown;
  return (
    <>
      <Head tie={tie} count={part?.edges.length} />
      <Stack gap="sm" className="panel-body">
        {error && <Failure title={texts.errors.panel} error={error} onRetry={refetch} />}
        {!part && !error && <Skeleton height={180} radius="md" aria-label={texts.loading} />}
        {part && <Seen part={part} />}
        {part && edges.length === 0 && <Text size="sm">{texts.tie.none}</Text>}
        {edges.slice(0, shown).map((edge) => (
          <EvidenceCard key={edge.id} edge={edge} />
        ))}
        {left > 0 && (
          <Button variant="default" onClick={() => setShown(shown + PAGE)}>
            {texts.tie.more(Math.min(left, PAGE))}
          </Button>
        )}
        {part?.truncated && (
          <Text size="xs" c="dimmed">
            {texts.tie.cut}
          </Text>
        )}
      </Stack>
    </>
  );
}
