import { Text, Title, UnstyledButton } from '@mantine/core';
import { FAMILIES, type TypeInfo } from '../state/graph/ontology.ts';
import type { Tie } from '../state/graph/ties.ts';
import { span } from '../state/graph/ties.ts';
import { dispatch } from '../state/view/store.ts';
import { texts } from '../texts.ts';
import { useExplorer } from './explorer-context.ts';
import { LineSwatch } from './swatch.tsx';

interface Props {
  /** The node whose ties these are. */
  readonly of: string;
  readonly ties: readonly Tie[];
  readonly nameOf: (id: string) => string;
}

function TieRow({ tie, of, nameOf }: Omit<Props, 'ties'> & { readonly tie: Tie }) {
  const { type, source, target } = tie;
  const other = source === of ? target : source;
  const dates = span(tie);
  const way = !tie.directed ? '' : source === of ? texts.node.out : texts.node.in;
  return (
    <li>
      <UnstyledButton
        className="tie-row"
        onClick={() => dispatch({ kind: 'select', selection: { kind: 'tie', type, source, target } })}
      >
        {way && <span className="way">{way}</span>}
        <span className="grow">{nameOf(other)}</span>
        {dates && <span className="way">{dates.last}</span>}
        <span className="pieces" title={texts.node.pieces(tie.edges.length)}>
          {texts.number(tie.edges.length)}
          <span className="sr-only"> {texts.node.pieces(tie.edges.length).replace(/^\S+ /, '')}</span>
        </span>
      </UnstyledButton>
    </li>
  );
}

function TieGroup({ type, ties, of, nameOf }: Props & { readonly type: TypeInfo }) {
  return (
    <section aria-label={type.phrase}>
      <Title order={4} size="h6" className="tie-group">
        <LineSwatch family={type.family} /> {type.phrase}
        <Text component="span" size="xs" c="dimmed">
          {texts.number(ties.length)}
        </Text>
      </Title>
      <ul className="plain">
        {ties.map((tie) => (
          <TieRow key={tie.key} tie={tie} of={of} nameOf={nameOf} />
        ))}
      </ul>
    </section>
  );
}

/** The ties of one node grouped by relation, cooperation first. */
export function TieList({ of, ties, nameOf }: Props) {
  const { ontology } = useExplorer();
  const types = FAMILIES.flatMap((family) => ontology.types.filter((type) => type.family === family));
  return types.map((type) => {
    const members = ties.filter((tie) => tie.type === type.name);
    return (
      members.length > 0 && <TieGroup key={type.name} type={type} ties={members} of={of} nameOf={nameOf} />
    );
  });
}
