import { Text } from '@mantine/core';
import { seen } from '../state/graph/ties.ts';
import type { Part } from '../state/graph/ties.ts';
import { texts } from '../texts.ts';

/** When this was first and last said or done, as far as its evidence is dated; nothing when not all of it is there. */
export function Seen({ part }: { readonly part: Part & { readonly truncated: boolean } }) {
  const times = part.truncated ? undefined : seen(part);
  if (!times) return null;
  return (
    <Text size="xs" c="dimmed">
      {texts.node.seen(times.first, times.last)}
    </Text>
  );
}
