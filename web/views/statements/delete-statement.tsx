import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useDeleteStatement } from '../../api/statements.ts';
import { Failure } from '../../panels/failure.tsx';
import { dispatch } from '../../state/view/store.ts';
import { texts } from '../../texts.ts';

/** Takes a statement back, after asking. */
export function DeleteStatement({ id, title }: { readonly id: string; readonly title: string }) {
  const [isAsking, asking] = useDisclosure(false);
  const remove = useDeleteStatement();
  const confirm = (): void =>
    remove.mutate(id, {
      onSuccess: () => {
        asking.close();
        dispatch({ kind: 'settings', values: { 'statements.id': '' } });
      },
    });
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconTrash size={15} />}
        onClick={asking.open}
        className="nowrap"
      >
        {texts.statements.remove}
      </Button>
      <Modal
        opened={isAsking}
        onClose={asking.close}
        title={texts.statements.removeTitle}
        closeButtonProps={{ 'aria-label': texts.close }}
      >
        <Stack>
          <Text size="sm" className="anywhere">
            {texts.statements.removeAbout(title)}
          </Text>
          {remove.error && <Failure title={texts.statements.notRemoved} error={remove.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={asking.close}>
              {texts.add.cancel}
            </Button>
            <Button color="red" loading={remove.isPending} onClick={confirm}>
              {texts.statements.removeConfirm}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
