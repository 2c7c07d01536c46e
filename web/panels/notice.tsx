import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** In place of a result: what is missing, and what to do. */
export function Notice({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="centre notice">
      <Stack align="center" gap="xs" maw={420} ta="center">
        <Title order={2} size="h4">
          {title}
        </Title>
        {hint && (
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        )}
        {children}
      </Stack>
    </div>
  );
}
