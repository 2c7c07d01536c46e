import { ActionIcon, Button, Group, Popover, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconBookmark, IconLink, IconTrash } from '@tabler/icons-react';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { removeView, saveView, useSavedViews } from '../state/view/saved-views.ts';
import { openView } from '../state/view/store.ts';
import { searchFromView } from '../state/view/url.ts';
import type { View } from '../state/view/view.ts';
import { texts } from '../texts.ts';

function SaveForm({ search }: { readonly search: string }) {
  const [name, setName] = useState('');
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (!name.trim()) return;
    saveView({ name: name.trim(), search });
    setName('');
  };
  return (
    <form onSubmit={save}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          size="xs"
          className="grow"
          label={texts.saved.name}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" disabled={!name.trim()}>
          {texts.saved.save}
        </Button>
      </Group>
    </form>
  );
}

function List({ onOpen }: { readonly onOpen: () => void }) {
  const views = useSavedViews();
  if (views.length === 0) {
    return (
      <Text size="xs" c="dimmed" mt="xs">
        {texts.saved.none}
      </Text>
    );
  }
  return (
    <ul className="plain saved" aria-label={texts.saved.title}>
      {views.map(({ name, search }) => (
        <li key={name}>
          <UnstyledButton
            className="grow tie-row"
            onClick={() => {
              openView(search);
              onOpen();
            }}
          >
            {name}
          </UnstyledButton>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={texts.saved.remove(name)}
            onClick={() => removeView(name)}
          >
            <IconTrash size={14} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}

/** Views kept under a name, and the link to this one. */
export function ViewsMenu({ view }: { readonly view: View }) {
  const [isOpen, setOpen] = useState(false);
  const clipboard = useClipboard({ timeout: 1500 });
  return (
    <Popover opened={isOpen} onChange={setOpen} width={300} position="bottom-end" withArrow trapFocus>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={texts.saved.title}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <IconBookmark size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={texts.saved.title}>
        <SaveForm search={searchFromView(view)} />
        <List onOpen={() => setOpen(false)} />
        <Button
          fullWidth
          mt="sm"
          size="xs"
          variant="default"
          leftSection={<IconLink size={14} />}
          onClick={() => clipboard.copy(location.href)}
        >
          {clipboard.error
            ? texts.saved.copyFailed
            : clipboard.copied
              ? texts.saved.copied
              : texts.saved.copy}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
