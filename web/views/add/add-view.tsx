import './add.css';
import { Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { NewStatement, StatementWithGraph } from '../../../server/contract.ts';
import { api } from '../../api/client.ts';
import { startJob } from '../../api/jobs.ts';
import { forgetGraph, previewStatement } from '../../api/statements.ts';
import { useExplorer } from '../../panels/explorer-context.ts';
import { Failure } from '../../panels/failure.tsx';
import { dispatch } from '../../state/view/store.ts';
import { texts } from '../../texts.ts';
import { EMPTY, toStatement, useDraft } from './draft.ts';
import { DraftForm } from './draft-form.tsx';
import { DropZone } from './drop-zone.tsx';
import { FileList } from './file-list.tsx';
import { JobProgress } from './job-progress.tsx';
import { Preview } from './preview.tsx';
import type { ReadFile } from './read-files.ts';
import { readFiles } from './read-files.ts';

interface Asked {
  readonly statement: NewStatement;
  readonly save: boolean;
}

/** Reads one text, and saves it or not. */
function useRead(onSaved: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ statement, save }: Asked): Promise<StatementWithGraph> =>
      save ? api.addStatement(statement) : previewStatement(statement),
    onSuccess: (_answer, { save }) => {
      if (!save) return;
      onSaved();
      void forgetGraph(client);
    },
  });
}

function useBatch(onStarted: () => void) {
  return useMutation({
    mutationFn: startJob,
    onSuccess: (job) => {
      onStarted();
      dispatch({ kind: 'settings', values: { 'add.job': job.id } });
    },
  });
}

/** Texts come in: dropped or pasted, looked at before they are saved, read in the background when they are many. */
export function AddView() {
  const { view } = useExplorer();
  const [draft, change] = useDraft();
  const [files, setFiles] = useState<readonly ReadFile[]>([]);
  const read = useRead(() => change(EMPTY));
  const batch = useBatch(() => setFiles([]));
  const [waiting, setWaiting] = useState(0);
  const take = (chosen: readonly File[]): void => {
    setWaiting((n) => n + chosen.length);
    void readFiles(chosen, (file) => {
      setWaiting((n) => n - 1);
      setFiles((old) => [...old, file]);
    });
  };
  const job = view.settings['add.job'] ?? '';
  return (
    <div className="add-view">
      <div className="add-form">
        <div>
          <Title order={2} size="h4">
            {texts.ingest.title}
          </Title>
          <Text size="sm" c="dimmed">
            {texts.ingest.about}
          </Text>
        </div>
        {job && <JobProgress key={job} id={job} />}
        <DropZone onFiles={take} waiting={waiting} />
        {files.length > 0 && (
          <FileList
            files={files}
            isBusy={batch.isPending}
            onRemove={(file) => setFiles((old) => old.filter((other) => other !== file))}
            onPreview={(statement) => read.mutate({ statement, save: false })}
            onSave={(statements) => batch.mutate(statements)}
          />
        )}
        {batch.error && <Failure title={texts.add.failed} error={batch.error} />}
        <Text size="sm" c="dimmed">
          {texts.ingest.or}
        </Text>
        <DraftForm
          draft={draft}
          onChange={change}
          isBusy={read.isPending}
          onPreview={() => read.mutate({ statement: toStatement(draft), save: false })}
          onSave={() => read.mutate({ statement: toStatement(draft), save: true })}
        />
      </div>
      <Preview
        answer={read.data}
        error={read.error}
        isPending={read.isPending}
        isSaved={read.variables?.save ?? false}
      />
    </div>
  );
}
