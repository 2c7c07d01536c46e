import { Button, Table, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Tie } from '../../state/graph/ties.ts';
import { span } from '../../state/graph/ties.ts';
import { dispatch } from '../../state/view/store.ts';
import { texts } from '../../texts.ts';
import { useExplorer, useNameOf } from '../../panels/explorer-context.ts';
import { LineSwatch } from '../../panels/swatch.tsx';

const PAGE = 100;

function NodeCell({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <UnstyledButton
      className="link"
      onClick={() => dispatch({ kind: 'select', selection: { kind: 'node', id } })}
    >
      {name}
    </UnstyledButton>
  );
}

function Row({ tie }: { readonly tie: Tie }) {
  const { ontology, view } = useExplorer();
  const nameOf = useNameOf();
  const { type, source, target } = tie;
  const info = ontology.type(type);
  const phrase = info?.phrase ?? type;
  const dates = span(tie);
  const { selection } = view;
  const isSelected =
    selection?.kind === 'tie' &&
    selection.type === type &&
    selection.source === source &&
    selection.target === target;
  return (
    <Table.Tr aria-selected={isSelected} data-selected={isSelected || undefined}>
      <Table.Td>
        <NodeCell id={source} name={nameOf(source)} />
      </Table.Td>
      <Table.Td className="nowrap">
        <LineSwatch family={info?.family ?? 'structure'} /> {phrase}
      </Table.Td>
      <Table.Td>
        <NodeCell id={target} name={nameOf(target)} />
      </Table.Td>
      <Table.Td className="nowrap">{dates && texts.tie.range(dates.first, dates.last)}</Table.Td>
      <Table.Td>
        <Button
          size="compact-xs"
          variant="light"
          aria-label={texts.table.open(tie.edges.length, `${nameOf(source)} ${phrase} ${nameOf(target)}`)}
          onClick={() => dispatch({ kind: 'select', selection: { kind: 'tie', type, source, target } })}
        >
          {texts.number(tie.edges.length)}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

/** The same as the canvas, as a table: for reading, for the keyboard, and for those who cannot see the canvas. */
export function TieTable() {
  const { graph } = useExplorer();
  const [shown, setShown] = useState(PAGE);
  const left = graph.ties.length - shown;
  return (
    <div className="table-view">
      <Table stickyHeader highlightOnHover verticalSpacing={5} fz="sm">
        <Table.Caption>{texts.table.caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{texts.table.source}</Table.Th>
            <Table.Th scope="col">{texts.table.relation}</Table.Th>
            <Table.Th scope="col">{texts.table.target}</Table.Th>
            <Table.Th scope="col">{texts.table.dates}</Table.Th>
            <Table.Th scope="col">{texts.table.evidence}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {graph.ties.slice(0, shown).map((tie) => (
            <Row key={tie.key} tie={tie} />
          ))}
        </Table.Tbody>
      </Table>
      {left > 0 && (
        <Text ta="center" p="sm">
          <Button variant="default" size="xs" onClick={() => setShown(shown + PAGE)}>
            {texts.table.more(Math.min(left, PAGE))}
          </Button>
        </Text>
      )}
    </div>
  );
}
