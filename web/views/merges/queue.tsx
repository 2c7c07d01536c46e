import { Button, Group, Loader, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { Decision, EntityNode, MergeSuggestion } from '../../../server/contract.ts';
import { useDecide, useMerges } from '../../api/merges.ts';
import { Failure } from '../../panels/failure.tsx';
import { Notice } from '../../panels/notice.tsx';
import { texts } from '../../texts.ts';
import { SuggestionCard } from './suggestion-card.tsx';

const keyOf = (s: MergeSuggestion): string => `${s.id} ${s.other ?? ''}`;

/** What a yes or no to a suggestion decides. */
function decisionOf(s: MergeSuggestion, yes: boolean, swapped: boolean): Decision {
  if (s.other === undefined)
    // One bearer only: the name is not different from itself, so nobody asks again once it is noted as such.
    return yes ? { verdict: 'apart', id: s.id } : { verdict: 'one', id: s.id };
  if (!yes) return { verdict: 'different', id: s.id, other: s.other };
  return swapped
    ? { verdict: 'same', id: s.other, other: s.id }
    : { verdict: 'same', id: s.id, other: s.other };
}

interface Done {
  readonly decision: Decision;
  readonly words: string;
}

/** The suggestions, the surest first, one of them at hand: for keys and for the eye. */
export function Queue() {
  const { data, error, refetch } = useMerges();
  const decide = useDecide();
  const [at, setAt] = useState(0);
  const [swapped, setSwapped] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<readonly Done[]>([]);
  const [words, setWords] = useState('');
  const items = data?.items ?? [];
  const here = Math.min(at, items.length - 1);
  const current = items[here];
  const names = new Map((data?.nodes ?? []).map((node: EntityNode) => [node.id, node.name]));
  const nameOf = (id: string): string => names.get(id) ?? id;

  const answer = (s: MergeSuggestion, yes: boolean): void => {
    if (decide.isPending) return;
    const decision = decisionOf(s, yes, swapped.has(keyOf(s)));
    const said =
      'other' in decision
        ? texts.merges.done[decision.verdict](nameOf(decision.id), nameOf(decision.other))
        : texts.merges.done[decision.verdict](nameOf(decision.id));
    decide.mutate(
      { decisions: [decision] },
      {
        onSuccess: () => {
          setDone([...done, { decision, words: said }]);
          setWords(said);
        },
      },
    );
  };
  const undo = (): void => {
    const last = done.at(-1);
    if (!last || decide.isPending) return;
    decide.mutate(
      { withdraw: [last.decision] },
      {
        onSuccess: () => {
          setDone(done.slice(0, -1));
          setWords(texts.merges.done.undone);
        },
      },
    );
  };
  const swap = (s: MergeSuggestion): void => {
    const next = new Set(swapped);
    if (!next.delete(keyOf(s))) next.add(keyOf(s));
    setSwapped(next);
  };
  const move = (by: number) => (): void => setAt(Math.max(0, Math.min(items.length - 1, here + by)));
  useHotkeys([
    ['Y', () => current && answer(current, true)],
    ['N', () => current && answer(current, false)],
    ['X', () => current?.other !== undefined && swap(current)],
    ['J', move(1)],
    ['K', move(-1)],
    ['U', undo],
  ]);

  if (error) return <Failure title={texts.errors.panel} error={error} onRetry={refetch} />;
  if (!data) return <Loader size="sm" aria-label={texts.loading} />;
  return (
    <>
      <Group gap="sm" mb="xs">
        <Text size="xs" c="dimmed" role="status">
          {texts.merges.left(items.length, data.total)} {words}
        </Text>
        {done.length > 0 && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconArrowBackUp size={14} />}
            onClick={undo}
          >
            {texts.merges.undo}
          </Button>
        )}
        <Text size="xs" c="dimmed" className="wide-only">
          {texts.merges.keys}
        </Text>
      </Group>
      {decide.error && <Failure title={texts.merges.notDone} error={decide.error} />}
      {items.length === 0 && <Notice title={texts.merges.none} hint={texts.merges.noneHint} />}
      {items.map((s, i) => (
        <SuggestionCard
          key={keyOf(s)}
          suggestion={s}
          isCurrent={i === here}
          isSwapped={swapped.has(keyOf(s))}
          isBusy={decide.isPending}
          nameOf={nameOf}
          onPoint={() => setAt(i)}
          onAnswer={(yes) => answer(s, yes)}
          onSwap={() => swap(s)}
        />
      ))}
    </>
  );
}
