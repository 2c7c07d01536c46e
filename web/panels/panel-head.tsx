import { CloseButton, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { dispatch } from '../state/view/store.ts';
import { texts } from '../texts.ts';

/** Title line of the details panel, with the way to close it. */
export function PanelHead({ children }: { readonly children: ReactNode }) {
  return (
    <Group className="panel-head" justify="space-between" wrap="nowrap" align="flex-start">
      <div className="grow">{children}</div>
      <CloseButton aria-label={texts.close} onClick={() => dispatch({ kind: 'select', selection: null })} />
    </Group>
  );
}
