import { useComputedColorScheme } from '@mantine/core';
import type { Family } from '../state/graph/ontology.ts';
import { familyColour, labelColour } from '../palette.ts';

export const useScheme = () => useComputedColorScheme('light', { getInitialValueInEffect: false });

/** A node as the canvas draws it: actors are discs, the rest rings. */
export function NodeSwatch({ label, actor }: { readonly label: string; readonly actor: boolean }) {
  const colour = labelColour(label, useScheme());
  return (
    <svg className="swatch" viewBox="0 0 14 14" aria-hidden="true">
      <circle
        cx="7"
        cy="7"
        r={actor ? 5.5 : 4.6}
        fill={actor ? colour : 'none'}
        stroke={colour}
        strokeWidth={actor ? 0 : 2}
      />
    </svg>
  );
}

/** A line as the canvas draws it. */
export function LineSwatch({ family }: { readonly family: Family }) {
  const colour = familyColour(family, useScheme());
  return (
    <svg className="swatch" viewBox="0 0 14 14" aria-hidden="true">
      <line x1="0" x2="14" y1="7" y2="7" stroke={colour} strokeWidth="3.5" />
    </svg>
  );
}
