import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { CypherRequest } from '../../../server/contract.ts';
import { api } from '../../api/client.ts';

/** Runs one query at a time; cancelling stops the work on the server. */
export function useRun() {
  const controller = useRef<AbortController | null>(null);
  const [isCancelled, setCancelled] = useState(false);
  const mutation = useMutation({
    mutationFn: (request: CypherRequest) => {
      controller.current?.abort();
      controller.current = new AbortController();
      return api.cypher(request, controller.current.signal);
    },
  });
  const run = (request: CypherRequest): void => {
    setCancelled(false);
    mutation.mutate(request);
  };
  const cancel = (): void => {
    setCancelled(true);
    controller.current?.abort();
  };
  return {
    run,
    cancel,
    isCancelled,
    isRunning: mutation.isPending,
    result: mutation.data,
    error: isCancelled ? null : mutation.error,
  };
}
