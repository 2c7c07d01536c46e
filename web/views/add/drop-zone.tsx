import { Button, FileButton, Text } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import type { DragEvent } from 'react';
import { texts } from '../../texts.ts';

interface Props {
  readonly onFiles: (files: readonly File[]) => void;
  /** Files that are being read. */
  readonly waiting: number;
}

/** Takes files by dropping or by choosing them. */
export function DropZone({ onFiles, waiting }: Props) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      className="drop-zone"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileText size={26} aria-hidden="true" />
      <div className="grow">
        <Text size="sm" fw={600}>
          {texts.ingest.drop}
        </Text>
        <Text size="xs" c="dimmed" role="status">
          {waiting > 0 ? texts.ingest.reading(waiting) : texts.ingest.formats}
        </Text>
      </div>
      <FileButton multiple onChange={onFiles}>
        {(props) => (
          <Button {...props} size="xs" variant="default">
            {texts.ingest.browse}
          </Button>
        )}
      </FileButton>
    </div>
  );
}
