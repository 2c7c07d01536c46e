import { Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isPartialDate } from '../state/view/dates.ts';
import { dispatch } from '../state/view/store.ts';
import { texts } from '../texts.ts';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onCommit: (value: string) => void;
}

function DateField({ label, value, onCommit }: FieldProps) {
  const [draft, setDraft] = useState(value);
  const bad = draft !== '' && !isPartialDate(draft);
  const commit = (): void => {
    if (!bad && draft !== value) onCommit(draft);
  };
  return (
    <TextInput
      size="xs"
      label={label}
      value={draft}
      placeholder="YYYY-MM-DD"
      description={bad ? texts.filters.dateBad : undefined}
      error={bad}
      inputWrapperOrder={['label', 'input', 'description']}
      onChange={(event) => setDraft(event.currentTarget.value.trim())}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}

/** From and to, each as exact as wanted; taken over on Enter or when the field is left. */
export function DateRange({ from, to }: { readonly from: string; readonly to: string }) {
  return (
    <Group grow wrap="nowrap" gap="xs" align="flex-start" title={texts.filters.dateHint}>
      <DateField
        key={`from${from}`}
        label={texts.filters.from}
        value={from}
        onCommit={(value) => dispatch({ kind: 'dates', from: value, to })}
      />
      <DateField
        key={`to${to}`}
        label={texts.filters.to}
        value={to}
        onCommit={(value) => dispatch({ kind: 'dates', from, to: value })}
      />
    </Group>
  );
}
