import { ActionIcon, Kbd, Modal, Table } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconKeyboard } from '@tabler/icons-react';
import { useState } from 'react';
import { dispatch, redo, undo, useView } from '../state/view/store.ts';
import { texts } from '../texts.ts';

/** Keys that change the view; those of the canvas alone are with the canvas. */
function useViewKeys(): void {
  const view = useView();
  const node = view.selection?.kind === 'node' ? view.selection.id : undefined;
  const focus = (depth: number) => (): void => {
    if (node !== undefined) dispatch({ kind: 'focus', focus: { id: node, depth } });
  };
  const hide = (): void => {
    const ids = view.picked.length > 0 ? view.picked : node === undefined ? [] : [node];
    if (ids.length > 0) dispatch({ kind: 'hide', ids });
  };
  const expand = (): void => {
    if (node !== undefined)
      dispatch({ kind: view.expanded.includes(node) ? 'collapse' : 'expand', id: node });
  };
  const showAll = (): void => {
    if (view.focus) dispatch({ kind: 'focus', focus: null });
    if (view.hidden.length > 0) dispatch({ kind: 'unhide' });
  };
  useHotkeys([
    ['mod+Z', undo],
    ['mod+shift+Z', redo],
    ['mod+Y', redo],
    ['H', hide],
    ['E', expand],
    ['1', focus(1)],
    ['2', focus(2)],
    ['3', focus(3)],
    ['0', showAll],
    ['Escape', () => view.picked.length > 0 && dispatch({ kind: 'pick', ids: [] })],
  ]);
}

/** The keys, and a list of them at `?`. */
export function Keyboard() {
  const [isOpen, setOpen] = useState(false);
  useViewKeys();
  useHotkeys([
    ['shift+?', () => setOpen(true)],
    ['?', () => setOpen(true)],
  ]);
  return (
    <>
      <ActionIcon
        className="wide-only"
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={texts.keys.open}
        onClick={() => setOpen(true)}
      >
        <IconKeyboard size={18} />
      </ActionIcon>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={texts.keys.title}
        closeButtonProps={{ 'aria-label': texts.close }}
      >
        <Table fz="sm">
          <Table.Tbody>
            {texts.keys.list.map(([key, what]) => (
              <Table.Tr key={key}>
                <Table.Th scope="row" className="nowrap">
                  <Kbd size="xs">{key}</Kbd>
                </Table.Th>
                <Table.Td>{what}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Modal>
    </>
  );
}
