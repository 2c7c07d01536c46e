import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { FAMILIES } from '../../state/graph/ontology.ts';
import { dispatch } from '../../state/view/store.ts';
import { texts } from '../../texts.ts';
import { useExplorer } from '../../panels/explorer-context.ts';
import { LineSwatch, NodeSwatch } from '../../panels/swatch.tsx';

interface KeyProps {
  readonly name: string;
  readonly on: boolean;
  readonly swatch: ReactNode;
  readonly onToggle: () => void;
}

function Key({ name, on, swatch, onToggle }: KeyProps) {
  return (
    <UnstyledButton
      className="key"
      aria-pressed={on}
      onClick={onToggle}
      title={on ? texts.legend.hide(name) : texts.legend.show(name)}
    >
      {swatch}
      {name}
    </UnstyledButton>
  );
}

/** What the colours mean; each entry shows or hides its kind. */
export function Legend() {
  const { ontology, view } = useExplorer();
  const labels = view.labels ?? ontology.labelNames;
  const types = view.types ?? ontology.typeNames;
  return (
    <div className="legend" role="group" aria-label={texts.legend.title}>
      <div className="keys" role="group" aria-label={texts.legend.nodes}>
        {ontology.labels.map(({ name, actor }) => (
          <Key
            key={name}
            name={name}
            on={labels.includes(name)}
            swatch={<NodeSwatch label={name} actor={actor} />}
            onToggle={() => dispatch({ kind: 'toggle', of: 'labels', name, all: ontology.labelNames })}
          />
        ))}
      </div>
      <div className="keys" role="group" aria-label={texts.legend.edges}>
        {FAMILIES.map((family) => {
          const members = ontology.types.filter((type) => type.family === family).map((type) => type.name);
          const on = members.some((name) => types.includes(name));
          const others = types.filter((name) => !members.includes(name));
          return (
            <Key
              key={family}
              name={texts.families[family]}
              on={on}
              swatch={<LineSwatch family={family} />}
              onToggle={() =>
                dispatch({
                  kind: 'types',
                  names: on ? others : [...others, ...members],
                  all: ontology.typeNames,
                })
              }
            />
          );
        })}
      </div>
    </div>
  );
}
