import { Anchor, Badge, Button, Group, Skeleton, Text } from '@mantine/core';
import { useState } from 'react';
import type { Edge, EdgeDetail } from '../../server/contract.ts';
import { useEdge } from '../api/queries.ts';
import { locateQuote, segment, spansOf, windowAround } from '../state/evidence/segments.ts';
import { dispatch } from '../state/view/store.ts';
import { texts } from '../texts.ts';
import { EvidenceWhy } from './evidence-why.tsx';
import { Failure } from './failure.tsx';
import { MarkedText } from './marked-text.tsx';

const CONTEXT = 180;

function Passage({ detail, whole }: { readonly detail: EdgeDetail; readonly whole: boolean }) {
  const { edge, statement } = detail;
  const place = locateQuote(statement.text, edge);
  if (!place) {
    return (
      <>
        <blockquote className="passage">
          <MarkedText
            segments={segment(edge.quote, spansOf(edge.quote, { ...edge, start: 0, end: edge.quote.length }))}
          />
        </blockquote>
        <Text size="xs" c="dimmed">
          {texts.evidence.unlocated}
        </Text>
      </>
    );
  }
  const [from, to] = whole ? [0, statement.text.length] : windowAround(statement.text, place, CONTEXT);
  return (
    <blockquote className="passage" data-whole={whole || undefined}>
      {from > 0 && '… '}
      <MarkedText segments={segment(statement.text, spansOf(statement.text, edge), from, to)} />
      {to < statement.text.length && ' …'}
    </blockquote>
  );
}

function Origin({ detail }: { readonly detail: EdgeDetail }) {
  const { statement } = detail;
  const parts = [statement.source, statement.date].filter(Boolean).join(' · ');
  return (
    <div>
      <Anchor
        component="button"
        type="button"
        size="sm"
        fw={600}
        ta="left"
        onClick={() => dispatch({ kind: 'select', selection: { kind: 'statement', id: statement.id } })}
      >
        {statement.title ?? texts.evidence.untitled}
      </Anchor>
      {parts && (
        <Text size="xs" c="dimmed" className="anywhere">
          {parts}
        </Text>
      )}
    </div>
  );
}

function Facts({ detail }: { readonly detail: EdgeDetail }) {
  const { edge, speaker, statement } = detail;
  const claimant = edge.speaker ? (speaker?.name ?? edge.speaker) : undefined;
  return (
    <Group gap={6}>
      {claimant === undefined ? (
        <Badge color="gray" variant="light" tt="none" title={texts.evidence.reportedHint}>
          {texts.evidence.reported}
        </Badge>
      ) : (
        <Badge color="grape" variant="light" tt="none" title={texts.evidence.claimHint}>
          {texts.evidence.claim}: {texts.evidence.claimBy(claimant)}
        </Badge>
      )}
      <Badge color={edge.modality === 'asserted' ? 'gray' : 'yellow'} variant="light" tt="none">
        {texts.evidence.modality[edge.modality] ?? edge.modality}
      </Badge>
      <Badge color="gray" variant="light" tt="none">
        {edge.date ?? texts.evidence.dated(statement.date)}
      </Badge>
      <Text size="xs" c="dimmed" title={texts.evidence.confidenceHint}>
        {texts.evidence.confidence(edge.confidence)}
      </Text>
    </Group>
  );
}

/** One piece of evidence: the quote in its statement, who says so, when, how surely and why it was read so. */
export function EvidenceCard({ edge }: { readonly edge: Edge }) {
  const { data, error, refetch } = useEdge(edge.id);
  const [whole, setWhole] = useState(false);
  if (error) return <Failure title={texts.errors.panel} error={error} onRetry={refetch} />;
  if (!data) return <Skeleton height={150} radius="md" aria-label={texts.loading} />;
  return (
    <article className="evidence" data-claim={edge.speaker ? true : undefined} aria-label={edge.quote}>
      <Facts detail={data} />
      <Passage detail={data} whole={whole} />
      <Origin detail={data} />
      <Group gap="xs" mt={4}>
        <Button size="compact-xs" variant="subtle" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? texts.evidence.part : texts.evidence.whole}
        </Button>
        <EvidenceWhy edge={data.edge} />
      </Group>
    </article>
  );
}
