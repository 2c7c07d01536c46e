import { Alert, Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Job } from '../../../server/contract.ts';
import { cancelJob } from '../../api/jobs.ts';
import { Failure } from '../../panels/failure.tsx';
import { dispatch } from '../../state/view/store.ts';
import { texts } from '../../texts.ts';
import { useJob } from './use-job.ts';

function stateOf(job: Job): string {
  switch (job.state) {
    case 'running':
      return texts.ingest.job.running(job.done, job.total);
    case 'done':
      return texts.ingest.job.done;
    case 'cancelled':
      return texts.ingest.job.cancelled(job.done, job.total);
    case 'failed':
      return texts.ingest.job.failed(job.reason ?? '');
  }
}

function Refusals({ job }: { readonly job: Job }) {
  if (job.refused.length === 0) return null;
  return (
    <details>
      <summary>{texts.ingest.job.refused(job.refused.length)}</summary>
      <ul>
        {job.refused.map(({ index, title, reason }) => (
          <li key={index} className="anywhere">
            {texts.ingest.job.refusal(title ?? texts.ingest.job.numbered(index), reason)}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** How far a batch is, with a way to stop it. */
export function JobProgress({ id }: { readonly id: string }) {
  const { job, isLost, isGone } = useJob(id);
  const cancel = useMutation({ mutationFn: () => cancelJob(id) });
  const close = (): void => dispatch({ kind: 'settings', values: { 'add.job': '' } });
  if (isGone) {
    return (
      <Alert color="yellow" withCloseButton closeButtonLabel={texts.ingest.job.close} onClose={close}>
        {texts.ingest.job.gone}
      </Alert>
    );
  }
  if (!job) return null;
  const isRunning = job.state === 'running';
  return (
    <section className="job" aria-label={texts.ingest.job.title}>
      <Group justify="space-between">
        <div role="status">
          <Title order={3} size="h6">
            {stateOf(job)}
          </Title>
        </div>
        {isRunning ? (
          <Button
            size="compact-sm"
            variant="default"
            loading={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            {texts.ingest.job.cancel}
          </Button>
        ) : (
          <Button size="compact-sm" variant="default" onClick={close}>
            {texts.ingest.job.close}
          </Button>
        )}
      </Group>
      <Progress
        value={(100 * job.done) / Math.max(1, job.total)}
        aria-label={texts.ingest.job.title}
        animated={isRunning}
        my={8}
      />
      <Stack gap={4}>
        <Text size="xs" c="dimmed">
          {texts.ingest.job.counts(job.added, job.replaced, job.unchanged)}
        </Text>
        {isLost && (
          <Text size="xs" role="alert">
            {texts.ingest.job.lost}
          </Text>
        )}
        {cancel.error && <Failure title={texts.ingest.job.cancel} error={cancel.error} />}
        <Refusals job={job} />
      </Stack>
    </section>
  );
}
