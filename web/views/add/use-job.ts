import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Job } from '../../../server/contract.ts';
import { watchJob } from '../../api/jobs.ts';
import { ApiError } from '../../api/problem.ts';
import { forgetGraph } from '../../api/statements.ts';

export interface WatchedJob {
  readonly job: Job | null;
  /** The connection is lost for the moment. */
  readonly isLost: boolean;
  /** The server does not know the job (any more). */
  readonly isGone: boolean;
}
const NOTHING: WatchedJob = { job: null, isLost: false, isGone: false };
const AGAIN_MS = 2000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Follows a job to its end, also over lost connections; then all that was read from the graph is asked for again. */
export function useJob(id: string): WatchedJob {
  const client = useQueryClient();
  const [watched, setWatched] = useState(NOTHING);
  useEffect(() => {
    setWatched(NOTHING);
    if (id === '') return undefined;
    const stop = new AbortController();
    let ended = false;
    const onJob = (job: Job): void => {
      ended = job.state !== 'running';
      setWatched({ job, isLost: false, isGone: false });
      if (ended) void forgetGraph(client);
    };
    const follow = async (): Promise<void> => {
      while (!ended && !stop.signal.aborted) {
        try {
          await watchJob(id, onJob, stop.signal);
        } catch (error) {
          if (stop.signal.aborted) return;
          const isGone = error instanceof ApiError && error.kind === 'missing';
          setWatched((old) => ({ ...old, isLost: !isGone, isGone }));
          if (isGone) return;
        }
        if (!ended) await pause(AGAIN_MS);
      }
    };
    void follow();
    return () => stop.abort();
  }, [id, client]);
  return watched;
}
