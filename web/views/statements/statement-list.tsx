import { Button, Skeleton, Text, Title, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { StatementSummary } from '../../../server/contract.ts';
import { useStatements } from '../../api/statements.ts';
import { Failure } from '../../panels/failure.tsx';
import { dispatch } from '../../state/view/store.ts';
import { texts } from '../../texts.ts';

function Item({ item, isOpen }: { readonly item: StatementSummary; readonly isOpen: boolean }) {
  const facts = [item.date ?? texts.statements.undated, item.source].filter(Boolean).join(' · ');
  return (
    <li>
      <UnstyledButton
        className="statement-item"
        aria-current={isOpen ? 'true' : undefined}
        onClick={() => dispatch({ kind: 'settings', values: { 'statements.id': item.id } })}
      >
        <b dir="auto">{item.title ?? texts.evidence.untitled}</b>
        <span>{facts}</span>
        <span>{texts.statements.edges(item.edges)}</span>
      </UnstyledButton>
    </li>
  );
}

/** Every stored statement, latest first. */
export function StatementList({ open }: { readonly open: string }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useStatements();
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const total = data?.pages[0]?.total;
  return (
    <section className="statement-list" aria-label={texts.statements.title}>
      <div className="statement-list-head">
        <Title order={2} size="h5">
          {texts.statements.title}{' '}
          {total !== undefined && (
            <Text component="span" size="xs" c="dimmed">
              {texts.number(total)}
            </Text>
          )}
        </Title>
        <Button
          size="compact-xs"
          variant="light"
          leftSection={<IconPlus size={14} />}
          onClick={() => dispatch({ kind: 'mode', mode: 'add' })}
        >
          {texts.statements.add}
        </Button>
      </div>
      {error && <Failure title={texts.errors.panel} error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton height={200} radius="md" aria-label={texts.loading} />}
      {total === 0 && (
        <Text size="sm" c="dimmed" p="xs">
          {texts.empty.storeHint}
        </Text>
      )}
      <ul className="plain">
        {items.map((item) => (
          <Item key={item.id} item={item} isOpen={item.id === open} />
        ))}
      </ul>
      {hasNextPage && (
        <Button
          fullWidth
          mt="xs"
          size="xs"
          variant="default"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {texts.statements.next(items.length, total ?? 0)}
        </Button>
      )}
    </section>
  );
}
