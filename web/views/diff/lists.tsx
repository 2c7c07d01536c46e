import { Anchor, Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type {
  ComparedStatement,
  DiffAnswer,
  Edge,
  EdgeChange,
  EntityNode,
  FieldChange,
} from '../../../server/contract.ts';
import { useExplorer } from '../../panels/explorer-context.ts';
import { dispatch } from '../../state/view/store.ts';
import { texts } from '../../texts.ts';
import type { Links } from './diff-view.tsx';

type Kind = 'changed' | 'added' | 'gone';
const SIGNS: Readonly<Record<Kind, string>> = { changed: '~', added: '+', gone: '−' };
/** Shown at first, and more at each asking. */
const STEP = 50;

/** One kind of differences under its heading. */
function List<T>({
  kind,
  items,
  total,
  keyOf,
  children,
}: {
  readonly kind: Kind;
  readonly items: readonly T[];
  readonly total: number;
  readonly keyOf: (item: T) => string;
  readonly children: (item: T) => ReactNode;
}) {
  const [shown, setShown] = useState(STEP);
  if (total === 0) return null;
  const title = texts.diff.kind(texts.diff.kinds[kind], Math.min(shown, items.length), total);
  return (
    <section aria-label={texts.diff.kinds[kind]}>
      <Title order={3} size="h5">
        {title}
      </Title>
      <ul className="diff-list" data-kind={kind}>
        {items.slice(0, shown).map((item) => (
          <li key={keyOf(item)}>
            <span className="diff-sign" aria-hidden="true">
              {SIGNS[kind]}
            </span>
            <div>{children(item)}</div>
          </li>
        ))}
      </ul>
      {shown < items.length && (
        <Button size="compact-sm" variant="default" onClick={() => setShown(shown + STEP)}>
          {texts.diff.more}
        </Button>
      )}
    </section>
  );
}

function EdgeLine({
  edge,
  found,
  isLinked,
}: {
  readonly edge: Edge;
  readonly found: DiffAnswer;
  readonly isLinked: boolean;
}) {
  const { ontology } = useExplorer();
  const nameOf = (id: string): string => found.names[id] ?? id;
  const { title, date } = found.told[edge.statement] ?? {};
  const phrase = ontology.type(edge.type)?.phrase ?? edge.type;
  const words = title ?? texts.evidence.untitled;
  return (
    <>
      <Text size="sm" fw={600} className="anywhere">
        {texts.diff.edge(nameOf(edge.source), phrase, nameOf(edge.target))}
        {edge.speaker !== undefined && (
          <Text component="span" size="sm" c="dimmed">
            {', '}
            {texts.diff.claim(nameOf(edge.speaker))}
          </Text>
        )}
      </Text>
      <blockquote dir="auto" className="anywhere">
        {edge.quote}
      </blockquote>
      <Text size="xs" c="dimmed" className="anywhere">
        {isLinked ? (
          <Anchor
            component="button"
            type="button"
            size="xs"
            onClick={() => dispatch({ kind: 'select', selection: { kind: 'statement', id: edge.statement } })}
          >
            {words}
          </Anchor>
        ) : (
          words
        )}{' '}
        {date}
      </Text>
    </>
  );
}

function Fields({
  fields,
  nameOf,
}: {
  readonly fields: readonly FieldChange[];
  readonly nameOf?: (id: string) => string;
}) {
  const show = (value: unknown): string => {
    if (value === undefined) return texts.diff.missing;
    if (typeof value === 'string') return nameOf?.(value) ?? value;
    return Array.isArray(value) ? value.join(', ') : JSON.stringify(value);
  };
  return (
    <ul className="diff-fields">
      {fields.map((f) => (
        <li key={f.field} className="anywhere">
          {texts.diff.field(f.field, show(f.before), show(f.after))}
        </li>
      ))}
    </ul>
  );
}

function ChangedEdge({
  change,
  found,
  isLinked,
}: {
  readonly change: EdgeChange;
  readonly found: DiffAnswer;
  readonly isLinked: boolean;
}) {
  const { before, fields, turned } = change;
  return (
    <>
      <EdgeLine edge={before} found={found} isLinked={isLinked} />
      {turned && (
        <Text size="xs" fw={700} title={texts.diff.turnedHint}>
          {texts.diff.turned}
        </Text>
      )}
      <Fields fields={fields} nameOf={(id) => found.names[id] ?? id} />
    </>
  );
}

const byId = (item: EntityNode | ComparedStatement | Edge): string => item.id;

export function EdgeDiff({ found, links }: { readonly found: DiffAnswer; readonly links: Links }) {
  const { edges, totals } = found;
  return (
    <>
      <List kind="changed" items={edges.changed} total={totals.edges.changed} keyOf={(c) => c.before.id}>
        {(change) => <ChangedEdge change={change} found={found} isLinked={links.before || links.after} />}
      </List>
      <List kind="added" items={edges.added} total={totals.edges.added} keyOf={byId}>
        {(edge) => <EdgeLine edge={edge} found={found} isLinked={links.after} />}
      </List>
      <List kind="gone" items={edges.gone} total={totals.edges.gone} keyOf={byId}>
        {(edge) => <EdgeLine edge={edge} found={found} isLinked={links.before} />}
      </List>
      {totals.edges.added + totals.edges.gone + totals.edges.changed === 0 && (
        <Text size="sm">{texts.diff.none}</Text>
      )}
      <Text size="xs" c="dimmed" mt="sm">
        {texts.diff.mentions(totals.mentions)}
      </Text>
    </>
  );
}

const nodeLine = ({ id, name }: EntityNode): ReactNode => (
  <Text size="sm" className="anywhere">
    <b>{name}</b> {id}
  </Text>
);

export function NodeDiff({ found: { nodes, totals } }: { readonly found: DiffAnswer }) {
  return (
    <>
      <List kind="changed" items={nodes.changed} total={totals.nodes.changed} keyOf={(c) => c.after.id}>
        {(change) => (
          <>
            {nodeLine(change.after)}
            <Fields fields={change.fields} />
          </>
        )}
      </List>
      <List kind="added" items={nodes.added} total={totals.nodes.added} keyOf={byId}>
        {nodeLine}
      </List>
      <List kind="gone" items={nodes.gone} total={totals.nodes.gone} keyOf={byId}>
        {nodeLine}
      </List>
    </>
  );
}

const statementLine = ({ id, title, date }: ComparedStatement): ReactNode => (
  <Text size="sm" className="anywhere">
    <b>{title ?? texts.evidence.untitled}</b> {date} {id}
  </Text>
);

export function StatementDiff({ found: { statements, totals } }: { readonly found: DiffAnswer }) {
  return (
    <>
      <List
        kind="changed"
        items={statements.changed}
        total={totals.statements.changed}
        keyOf={(c) => c.after.id}
      >
        {(change) => (
          <>
            {statementLine(change.after)}
            <Fields fields={change.fields} />
          </>
        )}
      </List>
      <List kind="added" items={statements.added} total={totals.statements.added} keyOf={byId}>
        {statementLine}
      </List>
      <List kind="gone" items={statements.gone} total={totals.statements.gone} keyOf={byId}>
        {statementLine}
      </List>
    </>
  );
}
