import './diff.css';
import { Button, FileButton, Loader, SegmentedControl, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { DiffAnswer } from '../../../server/contract.ts';
import type { Compared } from '../../api/diff.ts';
import { useDiff } from '../../api/diff.ts';
import { useExplorer } from '../../panels/explorer-context.ts';
import { Failure } from '../../panels/failure.tsx';
import { Notice } from '../../panels/notice.tsx';
import { dispatch } from '../../state/view/store.ts';
import { texts } from '../../texts.ts';
import { EdgeDiff, NodeDiff, StatementDiff } from './lists.tsx';

const PARTS = ['edges', 'nodes', 'statements'] as const;

/** Takes one of the two: a file, or the graph of the server. */
function Slot({
  label,
  value,
  onChoose,
}: {
  readonly label: string;
  readonly value: Compared | null;
  readonly onChoose: (side: Compared) => void;
}) {
  const isStore = value !== null && 'store' in value;
  return (
    <fieldset className="diff-slot">
      <legend>{label}</legend>
      <Text size="sm" className="anywhere" fw={value ? 600 : undefined} c={value ? undefined : 'dimmed'}>
        {value === null ? texts.diff.nothing : 'file' in value ? value.file.name : texts.diff.store}
      </Text>
      <div className="diff-choices">
        <FileButton accept=".json,.jsonl,.ndjson" onChange={(file) => file && onChoose({ file })}>
          {(props) => (
            <Button size="compact-sm" variant="default" {...props}>
              {texts.diff.file}
            </Button>
          )}
        </FileButton>
        <Button
          size="compact-sm"
          variant={isStore ? 'light' : 'default'}
          aria-pressed={isStore}
          onClick={() => onChoose({ store: true })}
        >
          {texts.diff.store}
        </Button>
      </div>
    </fieldset>
  );
}

function Found({ found, links }: { readonly found: DiffAnswer; readonly links: Links }) {
  const { settings } = useExplorer().view;
  const part = PARTS.find((name) => name === settings['diff.part']) ?? 'edges';
  const { before, after } = found.sizes;
  return (
    <>
      <Text size="sm" role="status">
        {found.same && `${texts.diff.same} `}
        {texts.diff.sizes(before.statements, before.nodes, before.edges)}
        {' → '}
        {texts.diff.sizes(after.statements, after.nodes, after.edges)}
      </Text>
      {!found.same && (
        <>
          <SegmentedControl
            my="xs"
            size="xs"
            aria-label={texts.diff.part}
            value={part}
            data={PARTS.map((value) => ({
              value,
              label: texts.diff.tab(texts.diff.parts[value], found.totals[value]),
            }))}
            onChange={(value) =>
              dispatch({ kind: 'settings', values: { 'diff.part': value === 'edges' ? '' : value } })
            }
          />
          {part === 'edges' && <EdgeDiff found={found} links={links} />}
          {part === 'nodes' && <NodeDiff found={found} />}
          {part === 'statements' && <StatementDiff found={found} />}
        </>
      )}
    </>
  );
}

/** Which of the two is in the graph, so that its statements can be opened. */
export interface Links {
  readonly before: boolean;
  readonly after: boolean;
}

/** Two exports, or one and the graph: what was added, went and changed, with quotes. */
export function DiffView() {
  const [before, setBefore] = useState<Compared | null>(null);
  const [after, setAfter] = useState<Compared | null>({ store: true });
  const { data, error, isFetching, refetch } = useDiff(before, after);
  const isStore = (side: Compared | null): boolean => side !== null && 'store' in side;
  return (
    <div className="diff">
      <Title order={2} size="h4">
        {texts.diff.title}
      </Title>
      <Text size="sm" c="dimmed" maw={760}>
        {texts.diff.about}
      </Text>
      <div className="diff-slots">
        <Slot label={texts.diff.before} value={before} onChoose={setBefore} />
        <Slot label={texts.diff.after} value={after} onChoose={setAfter} />
      </div>
      {isFetching && <Loader size="sm" aria-label={texts.loading} />}
      {error && <Failure title={texts.diff.failed} error={error} onRetry={refetch} />}
      {(!before || !after) && <Notice title={texts.diff.choose} hint={texts.diff.chooseHint} />}
      {data && !error && <Found found={data} links={{ before: isStore(before), after: isStore(after) }} />}
    </div>
  );
}
