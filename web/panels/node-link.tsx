import { Anchor } from '@mantine/core';
import { dispatch } from '../state/view/store.ts';
import { useExplorer, useNameOf } from './explorer-context.ts';
import { NodeSwatch } from './swatch.tsx';

interface Props {
  readonly id: string;
  /** When it is known; else that of the loaded graph. */
  readonly name?: string | undefined;
  readonly label?: string | undefined;
}

/** A node's sign and name; opens it. */
export function NodeLink({ id, name, label }: Props) {
  const { ontology, graph } = useExplorer();
  const loadedName = useNameOf()(id);
  const known = label ?? graph.loaded.nodes.get(id)?.label ?? ontology.labelOfId(id);
  const actor = ontology.labels.find((info) => info.name === known)?.actor ?? false;
  return (
    <Anchor
      component="button"
      type="button"
      className="tie-end"
      onClick={() => dispatch({ kind: 'select', selection: { kind: 'node', id } })}
    >
      <NodeSwatch label={known} actor={actor} /> {name ?? loadedName}
    </Anchor>
  );
}
