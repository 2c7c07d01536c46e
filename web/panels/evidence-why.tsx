import { Code } from '@mantine/core';
import type { Edge } from '../../server/contract.ts';
import { texts } from '../texts.ts';

/** How the edge came about, in the words of the rule that made it. */
export function EvidenceWhy({ edge }: { readonly edge: Edge }) {
  const { why } = edge;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [texts.evidence.trigger, edge.trigger],
    [
      texts.evidence.source,
      [edge.sourceText && `“${edge.sourceText}”`, why.source].filter(Boolean).join(' · '),
    ],
    [
      texts.evidence.target,
      [edge.targetText && `“${edge.targetText}”`, why.target].filter(Boolean).join(' · '),
    ],
    [texts.evidence.notes, why.notes?.join('; ')],
    [texts.evidence.extractor, edge.extractor],
  ];
  return (
    <details className="why">
      <summary>{texts.evidence.why}</summary>
      <dl>
        <dt>{texts.evidence.rule}</dt>
        <dd>
          <Code>{why.rule}</Code>
        </dd>
        {rows.map(
          ([name, value]) =>
            value && (
              <div key={name} className="pair">
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </details>
  );
}
