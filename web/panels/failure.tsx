import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ApiError } from '../api/problem.ts';
import { texts } from '../texts.ts';

interface Props {
  readonly title: string;
  readonly error: Error;
  readonly onRetry?: () => unknown;
}

/** What went wrong, where, and a way on. */
export function Failure({ title, error, onRetry }: Props) {
  // Fields that the sentence does not name already.
  const errors = error instanceof ApiError ? (error.problem?.errors ?? []) : [];
  const details = errors.filter(({ message }) => !error.message.includes(message));
  const position = error instanceof ApiError ? error.problem?.position : undefined;
  const missing = error instanceof ApiError && error.kind === 'missing';
  return (
    <Alert color="red" variant="light" title={title} icon={<IconAlertTriangle />} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm" className="anywhere">
          {missing ? texts.errors.missing : error.message}
        </Text>
        {position && <Text size="sm">{texts.console.at(position.line, position.column)}</Text>}
        {details.map(({ path, message }) => (
          <Text size="sm" key={`${path} ${message}`}>
            {path ? `${path}: ${message}` : message}
          </Text>
        ))}
        {onRetry && (
          <Button size="compact-sm" variant="default" onClick={() => void onRetry()}>
            {texts.retry}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
