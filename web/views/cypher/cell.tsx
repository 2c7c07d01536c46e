import { UnstyledButton } from '@mantine/core';
import type { Selection } from '../../state/view/view.ts';
import { dispatch } from '../../state/view/store.ts';

interface Link {
  readonly text: string;
  readonly selection: Selection;
}
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A node or relationship as what leads to its panel. */
function linkOf(value: unknown): Link | undefined {
  if (!isRecord(value)) return undefined;
  const properties = isRecord(value['properties']) ? value['properties'] : {};
  const id = String(value['id']);
  if (value['kind'] === 'node') {
    const isStatement = id.startsWith('statement:');
    const text = String(properties['name'] ?? properties['title'] ?? id);
    return { text, selection: { kind: isStatement ? 'statement' : 'node', id } };
  }
  if (value['kind'] !== 'relationship') return undefined;
  const [type, source, target] = [value['type'], value['source'], value['target']].map(String);
  if (!type || !source || !target) return undefined;
  return {
    text: `${type}: ${String(properties['quote'] ?? '')}`,
    selection: { kind: 'tie', type, source, target },
  };
}

const plain = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value as string | number | boolean);

/** A value of a result: nodes and relationships open their panels, a path is its parts. */
export function Cell({ value }: { readonly value: unknown }) {
  if (isRecord(value) && value['kind'] === 'path') {
    const nodes = value['nodes'] as unknown[];
    const steps = value['relationships'] as unknown[];
    return (
      <>
        {nodes.map((node, at) => (
          <span key={at}>
            {at > 0 && ` –${String((steps[at - 1] as { type?: unknown }).type)}– `}
            <Cell value={node} />
          </span>
        ))}
      </>
    );
  }
  const link = linkOf(value);
  if (!link) return <>{plain(value)}</>;
  return (
    <UnstyledButton className="link" onClick={() => dispatch({ kind: 'select', selection: link.selection })}>
      {link.text}
    </UnstyledButton>
  );
}
