import { Text } from '@mantine/core';
import type { Edge } from '../../server/contract.ts';
import { familyColour } from '../palette.ts';
import { FAMILIES } from '../state/graph/ontology.ts';
import { texts } from '../texts.ts';
import { useExplorer } from './explorer-context.ts';
import { useScheme } from './swatch.tsx';

/** Cooperation against conflict among a node's edges, at a glance. */
export function BalanceBar({ edges }: { readonly edges: readonly Edge[] }) {
  const { ontology } = useExplorer();
  const scheme = useScheme();
  const families = FAMILIES.slice(0, 4);
  const counts = families.map(
    (family) => edges.filter((edge) => ontology.type(edge.type)?.family === family).length,
  );
  const [deeds = 0, words = 0, against = 0, harm = 0] = counts;
  if (deeds + words + against + harm === 0) return null;
  return (
    <div>
      <div className="balance" aria-hidden="true">
        {families.map((family, i) => (
          <span key={family} style={{ flexGrow: counts[i], background: familyColour(family, scheme) }} />
        ))}
      </div>
      <Text size="xs" c="dimmed">
        {texts.node.balance(deeds + words, against + harm)}
      </Text>
    </div>
  );
}
