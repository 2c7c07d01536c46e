import { Button, Group, Skeleton, Text, Title } from '@mantine/core';
import type { StatementWithGraph } from '../../../server/contract.ts';
import { useExplorer } from '../../panels/explorer-context.ts';
import { Failure } from '../../panels/failure.tsx';
import { Notice } from '../../panels/notice.tsx';
import { dispatch } from '../../state/view/store.ts';
import { texts } from '../../texts.ts';
import { Reader } from '../statements/reader.tsx';

export interface Previewed {
  readonly answer: StatementWithGraph | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly isSaved: boolean;
}

function Head({ answer, isSaved }: { readonly answer: StatementWithGraph; readonly isSaved: boolean }) {
  const { ontology } = useExplorer();
  const edges = answer.graph.edges.filter((edge) => ontology.type(edge.type) !== undefined);
  const read = (): void => {
    dispatch({ kind: 'settings', values: { 'statements.id': answer.statement.id } });
    dispatch({ kind: 'mode', mode: 'statements' });
  };
  return (
    <Group justify="space-between" mb="md">
      <div className="grow" role="status">
        <Title order={2} size="h5">
          {isSaved ? texts.ingest.saved : texts.ingest.previewTitle}
        </Title>
        <Text size="sm" c="dimmed" className="anywhere">
          {[answer.statement.title, answer.statement.date].filter(Boolean).join(' · ')}{' '}
          {texts.ingest.found(edges.length, answer.graph.nodes.length)}
        </Text>
      </div>
      {isSaved && (
        <Button size="xs" variant="light" onClick={read}>
          {texts.ingest.read}
        </Button>
      )}
    </Group>
  );
}

/** What is found in a text, marked up in it. */
export function Preview({ answer, error, isPending, isSaved }: Previewed) {
  return (
    <section className="preview" aria-label={texts.ingest.preview}>
      {error && <Failure title={texts.ingest.previewFailed} error={error} />}
      {isPending && <Skeleton height={280} radius="md" aria-label={texts.loading} />}
      {!answer && !error && !isPending && (
        <Notice title={texts.ingest.previewEmpty} hint={texts.ingest.previewEmptyHint} />
      )}
      {answer && !isPending && !error && (
        <>
          <Head answer={answer} isSaved={isSaved} />
          <Reader text={answer.statement.text} edges={answer.graph.edges} nodes={answer.graph.nodes} />
        </>
      )}
    </section>
  );
}
