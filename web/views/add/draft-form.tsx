import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isPartialDate } from '../../state/view/dates.ts';
import { texts } from '../../texts.ts';
import type { Draft } from './draft.ts';
import { EMPTY } from './draft.ts';

interface Props {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
  readonly onPreview: () => void;
  readonly onSave: () => void;
  readonly isBusy: boolean;
}

/** One text with its header fields. */
export function DraftForm({ draft, onChange, onPreview, onSave, isBusy }: Props) {
  const [isTried, setTried] = useState(false);
  const isMissing = draft.text.trim() === '';
  const isBadDate = draft.date !== '' && !isPartialDate(draft.date.trim());
  const field = (name: keyof Draft) => ({
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
  });
  const when = (act: () => void) => (): void => {
    setTried(true);
    if (!isMissing && !isBadDate) act();
  };
  return (
    <form
      noValidate
      className="draft"
      onSubmit={(event) => {
        event.preventDefault();
        when(onPreview)();
      }}
    >
      <Textarea
        label={texts.add.text}
        description={texts.add.textHint}
        error={isTried && isMissing && texts.add.textMissing}
        rows={10}
        dir="auto"
        {...field('text')}
      />
      <div className="draft-fields">
        <TextInput label={texts.add.name} {...field('title')} />
        <TextInput
          label={texts.add.date}
          placeholder="YYYY-MM-DD"
          error={isBadDate && texts.filters.dateBad}
          {...field('date')}
        />
        <TextInput label={texts.add.source} description={texts.add.sourceHint} {...field('source')} />
        <TextInput label={texts.add.speaker} description={texts.add.speakerHint} {...field('speaker')} />
      </div>
      <Group justify="space-between">
        <Button variant="subtle" color="gray" onClick={() => onChange(EMPTY)}>
          {texts.ingest.clear}
        </Button>
        <Group gap="xs">
          <Button type="submit" variant="default" loading={isBusy}>
            {texts.ingest.preview}
          </Button>
          <Button loading={isBusy} onClick={when(onSave)}>
            {texts.ingest.save}
          </Button>
        </Group>
      </Group>
    </form>
  );
}
