import { texts } from '../texts.ts';
import { useExplorer, useNameOf } from './explorer-context.ts';

/** Tells a screen reader what is selected now. */
export function Announcer() {
  const { view, graph, ontology } = useExplorer();
  const nameOf = useNameOf();
  const { selection } = view;
  let words = '';
  if (selection?.kind === 'node') {
    words = texts.announce.node(nameOf(selection.id), graph.loaded.nodes.get(selection.id)?.label ?? '');
  } else if (selection?.kind === 'tie') {
    const phrase = ontology.type(selection.type)?.phrase ?? selection.type;
    words = texts.announce.tie(nameOf(selection.source), phrase, nameOf(selection.target));
  } else if (selection?.kind === 'pair') {
    words = texts.announce.pair(nameOf(selection.source), nameOf(selection.target));
  } else if (selection?.kind === 'statement') {
    words = texts.announce.statement;
  }
  return (
    <div className="sr-only" aria-live="polite">
      {words}
    </div>
  );
}
