import { Button, UnstyledButton } from '@mantine/core';
import type { Ontology } from '../../state/graph/ontology.ts';
import type { Selection } from '../../state/view/view.ts';
import { dispatch } from '../../state/view/store.ts';
import { LineSwatch } from '../../panels/swatch.tsx';
import { texts } from '../../texts.ts';
import type { Column } from './columns.ts';
import type { EdgeRow, NodeRow, TieRow } from './rows.ts';

type NameOf = (id: string) => string;
const head = texts.tables.head;
const select = (selection: Selection): void => dispatch({ kind: 'select', selection });

function NodeCell({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <UnstyledButton className="link" onClick={() => select({ kind: 'node', id })}>
      {name}
    </UnstyledButton>
  );
}

export function tieColumns(ontology: Ontology, nameOf: NameOf): readonly Column<TieRow>[] {
  const phrase = ({ tie }: TieRow): string => ontology.type(tie.type)?.phrase ?? tie.type;
  const open = ({ tie: { type, source, target } }: TieRow): void =>
    select({ kind: 'tie', type, source, target });
  return [
    {
      id: 'source',
      title: head.source,
      value: ({ tie }) => nameOf(tie.source),
      cell: ({ tie }) => <NodeCell id={tie.source} name={nameOf(tie.source)} />,
      share: 2,
    },
    {
      id: 'relation',
      title: head.relation,
      share: 1.4,
      value: phrase,
      cell: (row) => (
        <>
          <LineSwatch family={ontology.type(row.tie.type)?.family ?? 'structure'} /> {phrase(row)}
        </>
      ),
    },
    {
      id: 'target',
      title: head.target,
      value: ({ tie }) => nameOf(tie.target),
      cell: ({ tie }) => <NodeCell id={tie.target} name={nameOf(tie.target)} />,
      share: 2,
    },
    { id: 'first', title: head.first, value: ({ first }) => first },
    { id: 'last', title: head.last, value: ({ last }) => last },
    {
      id: 'evidence',
      title: head.evidence,
      numeric: true,
      value: ({ tie }) => tie.edges.length,
      cell: (row) => (
        <Button
          size="compact-xs"
          variant="light"
          aria-label={texts.tables.open(
            row.tie.edges.length,
            `${nameOf(row.tie.source)} ${phrase(row)} ${nameOf(row.tie.target)}`,
          )}
          onClick={() => open(row)}
        >
          {texts.number(row.tie.edges.length)}
        </Button>
      ),
    },
  ];
}

export const nodeColumns = (): readonly Column<NodeRow>[] => [
  {
    id: 'name',
    title: head.name,
    value: ({ node }) => node.name,
    cell: ({ node }) => <NodeCell id={node.id} name={node.name} />,
    share: 2.5,
  },
  { id: 'label', title: head.label, value: ({ node }) => node.label },
  { id: 'kind', title: head.kind, value: ({ node }) => node.kind ?? '' },
  { id: 'country', title: head.country, value: ({ node }) => node.country ?? '', spare: true },
  { id: 'aliases', title: head.aliases, value: ({ node }) => node.aliases.join('; '), share: 2 },
  { id: 'ties', title: head.ties, value: ({ ties }) => ties, numeric: true },
  { id: 'edges', title: head.edges, value: ({ edges }) => edges, numeric: true },
  { id: 'id', title: head.id, value: ({ node }) => node.id, spare: true },
];

export const edgeColumns = (ontology: Ontology, nameOf: NameOf): readonly Column<EdgeRow>[] => [
  { id: 'source', title: head.source, value: ({ edge }) => nameOf(edge.source), share: 1.4 },
  {
    id: 'relation',
    title: head.relation,
    value: ({ edge }) => ontology.type(edge.type)?.phrase ?? edge.type,
  },
  { id: 'target', title: head.target, value: ({ edge }) => nameOf(edge.target), share: 1.4 },
  { id: 'quote', title: head.quote, value: ({ edge }) => edge.quote, share: 4 },
  { id: 'date', title: head.date, value: ({ edge }) => edge.date ?? '', share: 1.3 },
  { id: 'speaker', title: head.speaker, value: ({ edge }) => (edge.speaker ? nameOf(edge.speaker) : '') },
  {
    id: 'modality',
    title: head.modality,
    value: ({ edge }) => texts.evidence.modality[edge.modality] ?? edge.modality,
    spare: true,
  },
  { id: 'confidence', title: head.confidence, value: ({ edge }) => edge.confidence, numeric: true },
  { id: 'rule', title: head.rule, value: ({ edge }) => edge.why.rule, spare: true },
  { id: 'statement', title: head.statement, value: ({ edge }) => edge.statement, spare: true },
  { id: 'id', title: head.id, value: ({ edge }) => edge.id, spare: true },
];
