import { Anchor, Text, Title } from '@mantine/core';
import type { Edge } from '../../server/contract.ts';
import { dispatch } from '../state/view/store.ts';
import { texts } from '../texts.ts';

interface Props {
  readonly of: string;
  readonly edges: readonly Edge[];
  readonly nameOf: (id: string) => string;
}

interface Office {
  readonly edge: Edge;
  readonly text: string;
}

/** One line for each office, however many statements name it. */
function offices(edges: readonly Edge[], describe: (edge: Edge) => string): readonly Office[] {
  const seen = new Map<string, Office>();
  for (const edge of edges) {
    const text = describe(edge);
    if (!seen.has(text)) seen.set(text, { edge, text });
  }
  return [...seen.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
}

const years = ({ from, to }: Edge): string => (from || to ? ` (${from ?? ''}–${to ?? ''})` : '');

function List({ title, items }: { readonly title: string; readonly items: readonly Office[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-label={title}>
      <Title order={3} size="h5">
        {title}
      </Title>
      <ul className="plain">
        {items.map(({ edge, text }) => (
          <Text component="li" size="sm" key={text}>
            <Anchor
              component="button"
              type="button"
              size="sm"
              ta="left"
              onClick={() => {
                const { type, source, target } = edge;
                dispatch({ kind: 'select', selection: { kind: 'tie', type, source, target } });
              }}
            >
              {text}
            </Anchor>
          </Text>
        ))}
      </ul>
    </section>
  );
}

/** The offices that a person holds, or who holds them for a country or organisation. Each opens its evidence. */
export function Roles({ of, edges, nameOf }: Props) {
  const all = edges.filter((edge) => edge.type === 'REPRESENTS');
  const held = all.filter((edge) => edge.source === of);
  const holders = all.filter((edge) => edge.target === of);
  const describe = (end: 'source' | 'target') => (edge: Edge) =>
    end === 'target'
      ? texts.node.held(edge.role, nameOf(edge.target)) + years(edge)
      : texts.node.held(edge.role && `${nameOf(edge.source)}, ${edge.role}`, '').replace(/, $/, '') ||
        nameOf(edge.source);
  return (
    <>
      <List title={texts.node.roles} items={offices(held, describe('target'))} />
      <List title={texts.node.represented} items={offices(holders, describe('source'))} />
    </>
  );
}
