import { Anchor, Badge, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import type { GraphPart, NodeDetail } from '../../server/contract.ts';
import { EXPANSION, useExpansion, useNode, useNodeTies } from '../api/queries.ts';
import { groupTies } from '../state/graph/ties.ts';
import { dispatch } from '../state/view/store.ts';
import { texts } from '../texts.ts';
import { BalanceBar } from './balance-bar.tsx';
import { useExplorer } from './explorer-context.ts';
import { Failure } from './failure.tsx';
import { PanelHead } from './panel-head.tsx';
import { Roles } from './roles.tsx';
import { Seen } from './seen.tsx';
import { NodeSwatch } from './swatch.tsx';
import { TieList } from './tie-list.tsx';

const ALIASES = 6;

/** Names that somebody decided to be this node's, and the way to where that was decided. */
function Merged({ names }: { readonly names: readonly string[] }) {
  const open = (): void => {
    dispatch({ kind: 'settings', values: { 'merges.part': 'decided' } }, true);
    dispatch({ kind: 'mode', mode: 'merges' });
  };
  return (
    <Text size="xs" c="dimmed" mt={2} className="anywhere">
      {texts.node.merged} {names.join(', ')}.{' '}
      <Anchor component="button" type="button" size="xs" onClick={open}>
        {texts.node.decisions}
      </Anchor>
    </Text>
  );
}

function Head({ node, merged = [] }: NodeDetail) {
  const { ontology } = useExplorer();
  const actor = ontology.labels.find((label) => label.name === node.label)?.actor ?? false;
  const shown = node.aliases.slice(0, ALIASES);
  const left = node.aliases.length - shown.length;
  return (
    <PanelHead>
      <Title order={2} size="h4" className="anywhere">
        {node.name}
      </Title>
      <Group gap={6} mt={4}>
        <NodeSwatch label={node.label} actor={actor} />
        <Text size="sm">{node.label}</Text>
        {node.kind && (
          <Badge size="sm" variant="default" tt="none">
            {node.kind}
          </Badge>
        )}
        {node.date && (
          <Text size="sm" c="dimmed">
            {node.date}
          </Text>
        )}
      </Group>
      {shown.length > 0 && (
        <Text size="xs" c="dimmed" mt={6} className="anywhere">
          {texts.node.aliases} {shown.join(', ')} {left > 0 && texts.node.moreAliases(left)}
        </Text>
      )}
      {merged.length > 0 && <Merged names={merged.map(({ name }) => name)} />}
    </PanelHead>
  );
}

/** What can be done with the node on the canvas. */
function NodeTools({ id }: { readonly id: string }) {
  const { view } = useExplorer();
  const isExpanded = view.expanded.includes(id);
  const total = useExpansion(id, view).data?.totalNodes;
  const expand = total === undefined ? texts.node.expand : texts.canvas.expand(EXPANSION, total);
  return (
    <Group gap="xs">
      <Button
        size="xs"
        variant="default"
        disabled={total === 0}
        onClick={() => dispatch({ kind: isExpanded ? 'collapse' : 'expand', id })}
      >
        {isExpanded ? texts.node.collapse : expand}
      </Button>
      <Button.Group aria-label={texts.canvas.focus}>
        {[1, 2, 3].map((depth) => (
          <Button
            key={depth}
            size="xs"
            variant={view.focus?.id === id && view.focus.depth === depth ? 'filled' : 'default'}
            aria-label={texts.canvas.focusOn(depth)}
            title={texts.canvas.focusOn(depth)}
            onClick={() => dispatch({ kind: 'focus', focus: { id, depth } })}
          >
            {depth === 1 ? `${texts.canvas.focus} 1` : depth}
          </Button>
        ))}
      </Button.Group>
      <Button
        size="xs"
        variant="default"
        onClick={() => dispatch({ kind: 'hide', ids: [id] })}
        aria-label={texts.canvas.hideThis}
      >
        {texts.canvas.hide}
      </Button>
    </Group>
  );
}

function Ties({ id, part }: { readonly id: string; readonly part: GraphPart }) {
  const { ontology } = useExplorer();
  const ties = useMemo(() => groupTies(part.edges, ontology.isDirected), [part.edges, ontology]);
  const names = useMemo(() => new Map(part.nodes.map((node) => [node.id, node.name])), [part.nodes]);
  const nameOf = (other: string): string => names.get(other) ?? other;
  const rest = ties.filter((tie) => tie.type !== 'REPRESENTS');
  return (
    <>
      <Roles of={id} edges={part.edges} nameOf={nameOf} />
      <Title order={3} size="h5">
        {texts.node.ties}
      </Title>
      <NodeTools id={id} />
      <Seen part={part} />
      <BalanceBar edges={part.edges} />
      {rest.length === 0 && <Text size="sm">{texts.node.noTies}</Text>}
      <TieList of={id} ties={rest} nameOf={nameOf} />
      {part.truncated && (
        <Text size="xs" c="dimmed">
          {texts.node.cut(part.edges.length)}
        </Text>
      )}
    </>
  );
}

/** Who or what a node is, and every tie it has. */
export function NodePanel({ id }: { readonly id: string }) {
  const { ontology } = useExplorer();
  const node = useNode(id);
  const ties = useNodeTies(id, ontology);
  const error = node.error ?? ties.error;
  const retry = (): unknown => Promise.all([node.refetch(), ties.refetch()]);
  return (
    <>
      {node.data ? <Head {...node.data} /> : <PanelHead>{!error && <Skeleton height={50} />}</PanelHead>}
      <Stack gap="sm" className="panel-body">
        {error && <Failure title={texts.errors.panel} error={error} onRetry={retry} />}
        {ties.data && <Ties id={id} part={ties.data} />}
        {!ties.data && !error && <Skeleton height={220} radius="md" aria-label={texts.loading} />}
      </Stack>
    </>
  );
}
