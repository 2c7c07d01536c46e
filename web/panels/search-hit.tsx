import { Group, Text } from '@mantine/core';
import type { QuoteHit, SearchHit } from '../../server/contract.ts';
import type { Recent } from '../state/session/recent.ts';
import { texts } from '../texts.ts';
import { NodeSwatch } from './swatch.tsx';

const ACTORS: ReadonlySet<string> = new Set(['Person', 'Country', 'Organization']);

/** A found entity: its sign, name and the alias that matched. */
export function SearchHitRow({ hit }: { readonly hit: SearchHit | Recent }) {
  return (
    <Group gap="xs" wrap="nowrap">
      <NodeSwatch label={hit.label} actor={ACTORS.has(hit.label)} />
      <div className="grow">
        <Text size="sm" truncate>
          {hit.name}
        </Text>
        {'matched' in hit && hit.matched !== hit.name && (
          <Text size="xs" c="dimmed" truncate>
            {texts.search.also(hit.matched)}
          </Text>
        )}
      </div>
      <Text size="xs" c="dimmed">
        {hit.label}
      </Text>
    </Group>
  );
}

/** A found quote, between whom and when. */
export function QuoteHitRow({ hit: { edge, source, target } }: { readonly hit: QuoteHit }) {
  return (
    <div>
      <Text size="sm" lineClamp={2} className="anywhere">
        “{edge.quote}”
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {[source.name, target.name].join(' – ')}
        {edge.date && `, ${edge.date}`}
      </Text>
    </div>
  );
}
