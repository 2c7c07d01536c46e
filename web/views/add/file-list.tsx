import { Alert, Button, CloseButton, Group, Text, Title } from '@mantine/core';
import type { NewStatement } from '../../../server/contract.ts';
import { texts } from '../../texts.ts';
import type { ReadFile } from './read-files.ts';
import { MOST_CHARACTERS, MOST_STATEMENTS } from './read-files.ts';

interface Props {
  readonly files: readonly ReadFile[];
  readonly onRemove: (file: ReadFile) => void;
  readonly onPreview: (statement: NewStatement) => void;
  readonly onSave: (statements: readonly NewStatement[]) => void;
  readonly isBusy: boolean;
}

/** Problems of one file that are listed. */
const LISTED = 5;

function Row({
  file,
  onRemove,
  onPreview,
}: Omit<Props, 'files' | 'onSave' | 'isBusy'> & { readonly file: ReadFile }) {
  const [first] = file.statements;
  return (
    <li className="file-row">
      <div className="grow">
        <Text size="sm" className="anywhere">
          {file.name}
        </Text>
        {first && (
          <Text size="xs" c="dimmed">
            {texts.ingest.statements(file.statements.length)}
          </Text>
        )}
        {file.problems.slice(0, LISTED).map((problem) => (
          <Text key={problem} size="xs" c="var(--mantine-color-error)" className="anywhere">
            {problem}
          </Text>
        ))}
      </div>
      {first && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={texts.ingest.previewFile(file.name)}
          onClick={() => onPreview(first)}
        >
          {texts.ingest.preview}
        </Button>
      )}
      <CloseButton size="sm" aria-label={texts.ingest.removeFile(file.name)} onClick={() => onRemove(file)} />
    </li>
  );
}

/** Files that wait to be read. */
export function FileList({ files, onRemove, onPreview, onSave, isBusy }: Props) {
  const statements = files.flatMap((file) => file.statements);
  const characters = statements.reduce((sum, { text }) => sum + text.length, 0);
  const isTooMuch = statements.length > MOST_STATEMENTS || characters > MOST_CHARACTERS;
  return (
    <section aria-label={texts.ingest.files(files.length)}>
      <Title order={3} size="h6">
        {texts.ingest.files(files.length)}
      </Title>
      <ul className="plain">
        {files.map((file, index) => (
          <Row key={`${file.name} ${index}`} file={file} onRemove={onRemove} onPreview={onPreview} />
        ))}
      </ul>
      {isTooMuch && <Alert color="orange">{texts.ingest.tooLarge}</Alert>}
      {statements.length > 0 && (
        <Group justify="flex-end" mt="xs">
          <Button loading={isBusy} disabled={isTooMuch} onClick={() => onSave(statements)}>
            {texts.ingest.saveAll(statements.length)}
          </Button>
        </Group>
      )}
    </section>
  );
}
