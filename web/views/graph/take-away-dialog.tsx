import { Modal, Stack, Text, TextInput, Title, UnstyledButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PartExport } from '../../../server/contract.ts';
import { send, withBody } from '../../api/client.ts';
import type { Caption } from '../../graph/arrange.ts';
import { canvasPicture } from '../../graph/canvas-picture.ts';
import { useSigma } from '../../graph/sigma-context.ts';
import type { Explorer } from '../../panels/explorer-context.ts';
import { useExplorer } from '../../panels/explorer-context.ts';
import { Failure } from '../../panels/failure.tsx';
import { useScheme } from '../../panels/swatch.tsx';
import { composeFigure } from '../../state/export/figure.ts';
import { toPng } from '../../state/export/png.ts';
import { saveFile } from '../../state/export/save-file.ts';
import { toSvg } from '../../state/export/svg.ts';
import { writeOfflineFile } from '../../take-away/offline-file.ts';
import { texts } from '../../texts.ts';
import { captionOf } from './caption-of.ts';
import { offlineDataOf } from './offline-data-of.ts';

type Format = keyof typeof texts.takeAway.formats;
const PICTURES: readonly Format[] = ['png', 'svg', 'html'];
const DATA: readonly Format[] = ['json', 'gexf', 'graphml', 'edges', 'nodes'];

/** What is shown, named to the server, which writes the file from the store. */
async function saveData(format: Format, { graph }: Explorer): Promise<void> {
  const isTable = format === 'edges' || format === 'nodes';
  const edges = graph.ties.flatMap((tie) => tie.edges);
  const part: PartExport = {
    format: isTable ? 'csv' : (format as PartExport['format']),
    ...(isTable ? { what: format } : {}),
    nodes: [...new Set(graph.ties.flatMap((tie) => [tie.source, tie.target]))],
    edges: edges.map(({ id, type, source, target }) => ({ id, type, source, target })),
  };
  const response = await send('/api/export/part', {}, withBody(part));
  const name = isTable ? `entente-${format}.csv` : `entente.${format}`;
  saveFile(name, response.headers.get('content-type') ?? 'text/plain', await response.blob());
}

function useSave(title: string, captions: readonly Caption[]) {
  const sigma = useSigma();
  const explorer = useExplorer();
  const scheme = useScheme();
  return useMutation({
    mutationFn: async (format: Format) => {
      if (DATA.includes(format)) return saveData(format, explorer);
      const today = new Date().toISOString().slice(0, 10);
      const caption = captionOf(title, explorer, today);
      const figure = composeFigure(canvasPicture(sigma, captions), caption, scheme);
      if (format === 'svg') return saveFile('entente.svg', 'image/svg+xml', toSvg(figure));
      if (format === 'html') {
        const data = await offlineDataOf(explorer, scheme);
        return saveFile('entente.html', 'text/html', await writeOfflineFile(title, toSvg(figure), data));
      }
      const png = await toPng(figure).catch(() => {
        throw new Error(texts.takeAway.noPicture);
      });
      return saveFile('entente.png', 'image/png', png);
    },
  });
}

interface ChoicesProps {
  readonly title: string;
  readonly formats: readonly Format[];
  readonly isBusy: boolean;
  readonly onChoose: (format: Format) => void;
}

function Choices({ title, formats, isBusy, onChoose }: ChoicesProps) {
  return (
    <section aria-label={title}>
      <Title order={3} size="h6" mb={4}>
        {title}
      </Title>
      <ul className="plain">
        {formats.map((format) => {
          const { name, about } = texts.takeAway.formats[format];
          return (
            <li key={format}>
              <UnstyledButton className="tie-row" disabled={isBusy} onClick={() => onChoose(format)}>
                <b>{name}</b> <span className="grow phrase">{about}</span>
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The view as a picture, its graph as data, or both in one file. */
export function TakeAwayDialog({
  captions,
  onClose,
}: {
  readonly captions: readonly Caption[];
  readonly onClose: () => void;
}) {
  const [title, setTitle] = useState<string>(texts.product);
  const save = useSave(title, captions);
  const choose = (format: Format): void => save.mutate(format);
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.takeAway.title}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <Stack>
        <TextInput
          label={texts.takeAway.heading}
          description={texts.takeAway.headingHint}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          data-autofocus
        />
        <Choices
          title={texts.takeAway.picture}
          formats={PICTURES}
          isBusy={save.isPending}
          onChoose={choose}
        />
        <Choices title={texts.takeAway.data} formats={DATA} isBusy={save.isPending} onChoose={choose} />
        {save.error && <Failure title={texts.takeAway.failed} error={save.error} />}
        <Text size="xs" c="dimmed">
          {texts.takeAway.whole}
        </Text>
      </Stack>
    </Modal>
  );
}
