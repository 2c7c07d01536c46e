import { Button, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { needToken, useNeedToken } from '../state/session/need-token.ts';
import { token } from '../state/session/token.ts';
import { texts } from '../texts.ts';

/** Asks for the access token when the server wants one. */
export function TokenDialog() {
  const open = useNeedToken();
  const client = useQueryClient();
  const [value, setValue] = useState('');
  const submit = (): void => {
    token.set(value.trim());
    needToken.lower();
    void client.invalidateQueries();
  };
  return (
    <Modal
      opened={open}
      onClose={needToken.lower}
      title={texts.token.title}
      centered
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack>
          <Text size="sm">{texts.token.about}</Text>
          <PasswordInput
            label={texts.token.label}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
            autoComplete="off"
            required
            error={open && token.get() !== '' && texts.token.refused}
            data-autofocus
          />
          <Button type="submit">{texts.token.submit}</Button>
        </Stack>
      </form>
    </Modal>
  );
}
