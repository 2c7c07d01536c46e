import { UnstyledButton } from '@mantine/core';
import { useRef } from 'react';
import { texts } from '../texts.ts';

/** A stroke shorter than this, in pixels, is a tap. */
const STROKE = 24;

interface Props {
  readonly isTall: boolean;
  readonly onTall: (isTall: boolean) => void;
  readonly onClose: () => void;
}

/** The grip of a sheet on a phone: a tap or a stroke up makes it tall, a stroke down makes it low, and then closes it. */
export function SheetHandle({ isTall, onTall, onClose }: Props) {
  const began = useRef<number | null>(null);
  return (
    <UnstyledButton
      className="sheet-handle"
      aria-label={isTall ? texts.sheet.lower : texts.sheet.raise}
      aria-expanded={isTall}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        began.current = event.clientY;
      }}
      onPointerUp={(event) => {
        const stroke = event.clientY - (began.current ?? event.clientY);
        began.current = null;
        if (Math.abs(stroke) < STROKE) onTall(!isTall);
        else if (stroke < 0) onTall(true);
        else if (isTall) onTall(false);
        else onClose();
      }}
      onClick={(event) => {
        // By a key or a screen reader: after a touch there is nothing left to do.
        if (event.detail === 0) onTall(!isTall);
      }}
    />
  );
}
