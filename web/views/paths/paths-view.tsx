import './paths.css';
import { ActionIcon, Skeleton, Text } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { usePaths } from '../../api/analysis.ts';
import { useExplorer } from '../../panels/explorer-context.ts';
import { Failure } from '../../panels/failure.tsx';
import { NodePicker } from '../../panels/node-picker.tsx';
import { Notice } from '../../panels/notice.tsx';
import { dispatch } from '../../state/view/store.ts';
import { texts } from '../../texts.ts';
import { PathCard } from './path-card.tsx';

const choose = (from: string, to: string): void =>
  dispatch({ kind: 'settings', values: { 'paths.from': from, 'paths.to': to } });

function Ends({ from, to }: { readonly from: string; readonly to: string }) {
  return (
    <div className="path-ends">
      <NodePicker label={texts.paths.from} value={from} onPick={(id) => choose(id, to)} />
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={texts.paths.swap}
        disabled={from === '' && to === ''}
        onClick={() => choose(to, from)}
      >
        <IconArrowsExchange size={18} />
      </ActionIcon>
      <NodePicker label={texts.paths.to} value={to} onPick={(id) => choose(from, id)} />
    </div>
  );
}

function Found({ from, to }: { readonly from: string; readonly to: string }) {
  const { view } = useExplorer();
  const { data, error, refetch } = usePaths(view, from, to);
  const names = new Map(data?.nodes.map((node) => [node.id, node.name]));
  if (error) return <Failure title={texts.errors.panel} error={error} onRetry={refetch} />;
  if (!data) return <Skeleton height={220} radius="md" aria-label={texts.loading} />;
  if (data.paths.length === 0) return <Notice title={texts.paths.none} hint={texts.paths.noneHint} />;
  return (
    <>
      <Text size="sm" c="dimmed" role="status">
        {texts.paths.found(data.paths.length)}
      </Text>
      {data.paths.map((path, index) => (
        <PathCard
          key={path.nodes.join(' ')}
          path={path}
          dates={data.dates}
          number={index + 1}
          nameOf={(id) => names.get(id) ?? id}
        />
      ))}
    </>
  );
}

/** Several shortest ways between two nodes, with the words that carry each step. */
export function PathsView() {
  const { view } = useExplorer();
  const from = view.settings['paths.from'] ?? '';
  const to = view.settings['paths.to'] ?? '';
  const isReady = from !== '' && to !== '';
  return (
    <div className="paths-view">
      <Text size="sm" c="dimmed">
        {texts.paths.about}
      </Text>
      <Ends from={from} to={to} />
      {!isReady && <Notice title={texts.paths.empty} hint={texts.paths.emptyHint} />}
      {isReady && from === to && <Notice title={texts.paths.same} />}
      {isReady && from !== to && <Found key={`${from} ${to}`} from={from} to={to} />}
    </div>
  );
}
