import { Button, Stack, Text, Title } from '@mantine/core';
import { dispatch } from '../state/view/store.ts';
import { isFiltered, type View } from '../state/view/view.ts';
import { texts } from '../texts.ts';
import { useExplorer } from './explorer-context.ts';

/** Nothing to show, why, and what to do. */
export function Empty({ view }: { readonly view: View }) {
  const { addStatement } = useExplorer();
  const filtered = isFiltered(view);
  return (
    <div className="centre">
      <Stack align="center" gap="xs" maw={380} ta="center">
        <Title order={2} size="h4">
          {filtered ? texts.empty.filtered : texts.empty.store}
        </Title>
        <Text size="sm" c="dimmed">
          {filtered ? texts.empty.filteredHint : texts.empty.storeHint}
        </Text>
        {filtered ? (
          <Button variant="default" onClick={() => dispatch({ kind: 'clear-filters' })}>
            {texts.filters.clear}
          </Button>
        ) : (
          <Button onClick={addStatement}>{texts.header.add}</Button>
        )}
      </Stack>
    </div>
  );
}
