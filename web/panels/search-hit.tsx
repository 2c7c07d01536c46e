import { Group, Text } from '@mantine/core';
import type { SearchHit } from '../../server/contract.ts';
import { texts } from '../texts.ts';
import { NodeSwatch } from './swatch.tsx';

const ACTORS: ReadonlySet<string> = new Set(['Person', 'Country', 'Organization']);

/** A found entity: its sign, name and the alias that matched. */
export function SearchHitRow({ hit }: { readonly hit: SearchHit }) {
  return (
    <Group gap="xs" wrap="nowrap">
      <NodeSwatch label={hit.label} actor={ACTORS.has(hit.label)} />
      <div className="grow">
        <Text size="sm" truncate>
          {hit.name}
        </Text>
        {hit.matched !== hit.name && (
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
