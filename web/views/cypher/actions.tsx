import { Button, Group, Popover, TextInput } from '@mantine/core';
import { IconDeviceFloppy, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import { texts } from '../../texts.ts';

interface Props {
  readonly isRunning: boolean;
  readonly canPlan: boolean;
  readonly onRun: (prefix?: 'EXPLAIN' | 'PROFILE') => void;
  readonly onCancel: () => void;
  readonly onSave: (name: string) => void;
}

function Save({ onSave }: Pick<Props, 'onSave'>) {
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus position="bottom-start">
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDeviceFloppy size={16} />}
          onClick={() => setOpen(!isOpen)}
        >
          {texts.console.save}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '') return;
            onSave(name.trim());
            setOpen(false);
          }}
        >
          <Group gap="xs" align="flex-end">
            <TextInput
              size="xs"
              label={texts.console.name}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" size="xs">
              {texts.console.keep}
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Run or cancel, plans where the store gives them, and a name to find the query again. */
export function Actions({ isRunning, canPlan, onRun, onCancel, onSave }: Props) {
  return (
    <Group gap="xs">
      {isRunning ? (
        <Button size="xs" color="red" leftSection={<IconPlayerStop size={16} />} onClick={onCancel}>
          {texts.console.cancel}
        </Button>
      ) : (
        <Button size="xs" leftSection={<IconPlayerPlay size={16} />} onClick={() => onRun()}>
          {texts.console.run}
        </Button>
      )}
      {canPlan && (
        <>
          <Button size="xs" variant="default" disabled={isRunning} onClick={() => onRun('EXPLAIN')}>
            {texts.console.explain}
          </Button>
          <Button size="xs" variant="default" disabled={isRunning} onClick={() => onRun('PROFILE')}>
            {texts.console.profile}
          </Button>
        </>
      )}
      <Save onSave={onSave} />
    </Group>
  );
}
