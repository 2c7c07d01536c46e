import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { IconArrowsExchange, IconEqual, IconEqualNot } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { MergeEvidence, MergeSuggestion } from '../../../server/contract.ts';
import { NodeLink } from '../../panels/node-link.tsx';
import { dispatch } from '../../state/view/store.ts';
import { texts } from '../../texts.ts';

interface Props {
  readonly suggestion: MergeSuggestion;
  readonly isCurrent: boolean;
  /** The first keeps its name, not the second. */
  readonly isSwapped: boolean;
  readonly isBusy: boolean;
  readonly nameOf: (id: string) => string;
  readonly onPoint: () => void;
  readonly onAnswer: (yes: boolean) => void;
  readonly onSwap: () => void;
}

function Side({
  side,
  label,
  fate,
  nameOf,
}: {
  readonly side: MergeEvidence;
  readonly label: string;
  readonly fate: string;
  readonly nameOf: (id: string) => string;
}) {
  return (
    <div className="merge-side">
      <div>
        <NodeLink id={side.id} name={nameOf(side.id)} label={label} />{' '}
        <Text component="span" size="xs" c="dimmed">
          {texts.merges.mentions(side.mentions)}; {fate}
        </Text>
      </div>
      <Text size="xs" c="dimmed" className="anywhere">
        {side.id}
      </Text>
      {side.quotes.length === 0 && <Text size="sm">{texts.merges.noQuotes}</Text>}
      {side.quotes.map(({ edge, title, date }) => (
        <figure key={edge.id}>
          <blockquote dir="auto" className="anywhere">
            {edge.quote}
          </blockquote>
          <figcaption>
            <Anchor
              component="button"
              type="button"
              size="xs"
              onClick={() =>
                dispatch({ kind: 'select', selection: { kind: 'statement', id: edge.statement } })
              }
            >
              {title ?? texts.merges.untitled}
            </Anchor>{' '}
            {date}
          </figcaption>
        </figure>
      ))}
    </div>
  );
}

/** One suggestion: who, why, the words of either side, and the answers. */
export function SuggestionCard({
  suggestion: s,
  isCurrent,
  isSwapped,
  isBusy,
  nameOf,
  onPoint,
  onAnswer,
  onSwap,
}: Props) {
  const card = useRef<HTMLElement>(null);
  const was = useRef(isCurrent);
  useEffect(() => {
    // By keys; the page opens at its top.
    if (isCurrent && !was.current) card.current?.scrollIntoView({ block: 'nearest' });
    was.current = isCurrent;
  }, [isCurrent]);
  const isPair = s.other !== undefined;
  const question = isPair
    ? texts.merges.same(nameOf(s.id), nameOf(s.other))
    : texts.merges.apart(nameOf(s.id));
  const fateOf = (i: number): string => {
    if (!isPair) return texts.merges.several;
    return (i === 1) === isSwapped ? texts.merges.becomes : texts.merges.stays;
  };
  return (
    <article
      ref={card}
      className="merge-card"
      aria-label={question}
      aria-current={isCurrent || undefined}
      onPointerDown={onPoint}
    >
      <Group justify="space-between" align="flex-start" gap="xs">
        <Title order={3} size="h5" className="anywhere">
          {question}
        </Title>
        <Text size="xs" c="dimmed">
          {texts.merges.score(s.score)}
        </Text>
      </Group>
      <ul className="merge-reasons">
        {s.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <div className="merge-sides">
        {s.sides.map((side, i) => (
          <Side key={side.id} side={side} label={s.label} fate={fateOf(i)} nameOf={nameOf} />
        ))}
      </div>
      <Group gap="xs" mt="xs">
        <Button
          size="compact-sm"
          disabled={isBusy}
          leftSection={<IconEqual size={15} />}
          onClick={() => onAnswer(true)}
        >
          {isPair ? texts.merges.accept : texts.merges.acceptApart}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={isBusy}
          leftSection={<IconEqualNot size={15} />}
          onClick={() => onAnswer(false)}
        >
          {isPair ? texts.merges.refuse : texts.merges.refuseApart}
        </Button>
        {isPair && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-pressed={isSwapped}
            leftSection={<IconArrowsExchange size={15} />}
            onClick={onSwap}
          >
            {texts.merges.swap}
          </Button>
        )}
      </Group>
    </article>
  );
}
