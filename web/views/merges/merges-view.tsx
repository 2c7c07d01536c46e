import './merges.css';
import { SegmentedControl, Text, Title } from '@mantine/core';
import { useExplorer } from '../../panels/explorer-context.ts';
import { dispatch } from '../../state/view/store.ts';
import { texts } from '../../texts.ts';
import { Decided } from './decided.tsx';
import { Queue } from './queue.tsx';

const PARTS = ['open', 'decided'] as const;

/** Names that may be one: a queue to decide about, and what was decided. */
export function MergesView() {
  const { settings } = useExplorer().view;
  const part = settings['merges.part'] === 'decided' ? 'decided' : 'open';
  return (
    <div className="merges">
      <Title order={2} size="h4">
        {texts.merges.title}
      </Title>
      <Text size="sm" c="dimmed" maw={760}>
        {texts.merges.about}
      </Text>
      <SegmentedControl
        my="sm"
        size="xs"
        aria-label={texts.merges.part}
        value={part}
        data={PARTS.map((value) => ({ value, label: texts.merges.parts[value] }))}
        onChange={(value) =>
          dispatch({ kind: 'settings', values: { 'merges.part': value === 'open' ? '' : value } })
        }
      />
      {part === 'open' ? <Queue /> : <Decided />}
    </div>
  );
}
