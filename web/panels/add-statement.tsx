import { Anchor, Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { NewStatement } from '../../server/contract.ts';
import { api } from '../api/client.ts';
import { isPartialDate } from '../state/view/dates.ts';
import { dispatch } from '../state/view/store.ts';
import { texts } from '../texts.ts';
import { Failure } from './failure.tsx';

type Draft = Readonly<Record<'text' | 'title' | 'date' | 'source' | 'speaker', string>>;
const EMPTY: Draft = { text: '', title: '', date: '', source: '', speaker: '' };

function toStatement({ text, ...rest }: Draft): NewStatement {
  const filled = Object.entries(rest).filter(([, value]) => value.trim() !== '');
  return { text, ...Object.fromEntries(filled.map(([name, value]) => [name, value.trim()])) };
}

/** Sends the draft; what it brought is then loaded, selected and shown. */
function useAdd(onAdded: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draft: Draft) => api.addStatement(toStatement(draft)),
    onSuccess: (answer) => {
      client.setQueryData(['statement', answer.statement.id], answer);
      dispatch({ kind: 'select', selection: { kind: 'statement', id: answer.statement.id } });
      onAdded();
      const stale = ['schema', 'graph', 'neighbours', 'node', 'search'];
      void client.invalidateQueries({ predicate: (query) => stale.includes(String(query.queryKey[0])) });
    },
  });
}

interface FieldsProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
  readonly isMissing: boolean;
}

function Fields({ draft, onChange, isMissing }: FieldsProps) {
  const field = (name: keyof Draft) => ({
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
  });
  const badDate = draft.date !== '' && !isPartialDate(draft.date);
  return (
    <>
      <Textarea
        label={texts.add.text}
        description={texts.add.textHint}
        error={isMissing && texts.add.textMissing}
        withAsterisk
        minRows={7}
        maxRows={14}
        rows={8}
        data-autofocus
        {...field('text')}
      />
      <Group grow align="flex-start">
        <TextInput label={texts.add.name} {...field('title')} />
        <TextInput
          label={texts.add.date}
          placeholder="YYYY-MM-DD"
          error={badDate && texts.filters.dateBad}
          {...field('date')}
        />
      </Group>
      <Group grow align="flex-start">
        <TextInput label={texts.add.source} description={texts.add.sourceHint} {...field('source')} />
        <TextInput label={texts.add.speaker} description={texts.add.speakerHint} {...field('speaker')} />
      </Group>
    </>
  );
}

function Form({ onClose }: { readonly onClose: () => void }) {
  const [draft, setDraft] = useState(EMPTY);
  const [isTried, setTried] = useState(false);
  const add = useAdd(onClose);
  const isMissing = draft.text.trim() === '';
  const submit = (): void => {
    setTried(true);
    if (!isMissing && (draft.date === '' || isPartialDate(draft.date))) add.mutate(draft);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {texts.add.about}{' '}
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => {
              dispatch({ kind: 'mode', mode: 'add' });
              onClose();
            }}
          >
            {texts.add.more}
          </Anchor>
        </Text>
        <Fields
          draft={draft}
          isMissing={isTried && isMissing}
          onChange={(change) => setDraft({ ...draft, ...change })}
        />
        {add.error && <Failure title={texts.add.failed} error={add.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {texts.add.cancel}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {texts.add.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Paste a statement and see what it says arrive in the graph. */
export function AddStatement({ isOpen, onClose }: Props) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={texts.add.title}
      size="lg"
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <Form onClose={onClose} />
    </Modal>
  );
}
