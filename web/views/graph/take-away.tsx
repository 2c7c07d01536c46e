import { ActionIcon } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { Caption } from '../../graph/arrange.ts';
import { texts } from '../../texts.ts';

const Dialog = lazy(async () => ({ default: (await import('./take-away-dialog.tsx')).TakeAwayDialog }));

/** Opens the ways to take the view away; what they need is loaded then. */
export function TakeAway({ captions }: { readonly captions: readonly Caption[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <ActionIcon
        className="take-away"
        variant="default"
        size="lg"
        aria-label={texts.takeAway.open}
        title={texts.takeAway.open}
        onClick={() => setOpen(true)}
      >
        <IconDownload size={18} />
      </ActionIcon>
      {isOpen && (
        <Suspense fallback={null}>
          <Dialog captions={captions} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
