import { ActionIcon } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { useSigma } from '../../graph/sigma-context.ts';
import { texts } from '../../texts.ts';

export function ZoomControls({ onLasso }: { readonly onLasso: () => void }) {
  const camera = useSigma().getCamera();
  useHotkeys([
    ['F', () => void camera.animatedReset()],
    ['=', () => void camera.animatedZoom(1.6)],
    ['shift++', () => void camera.animatedZoom(1.6)],
    ['-', () => void camera.animatedUnzoom(1.6)],
    ['L', onLasso],
  ]);
  const button = { variant: 'default', size: 'lg' } as const;
  return (
    <ActionIcon.Group orientation="vertical" className="zoom" role="group" aria-label={texts.canvas.controls}>
      <ActionIcon {...button} aria-label={texts.canvas.zoomIn} onClick={() => void camera.animatedZoom(1.6)}>
        <IconPlus size={18} />
      </ActionIcon>
      <ActionIcon
        {...button}
        aria-label={texts.canvas.zoomOut}
        onClick={() => void camera.animatedUnzoom(1.6)}
      >
        <IconMinus size={18} />
      </ActionIcon>
      <ActionIcon {...button} aria-label={texts.canvas.fit} onClick={() => void camera.animatedReset()}>
        <IconFocusCentered size={18} />
      </ActionIcon>
    </ActionIcon.Group>
  );
}
