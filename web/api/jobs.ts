import type { Job, NewStatement } from '../../server/contract.ts';
import { get, post, request, send } from './client.ts';

const at = (id: string): string => `/api/jobs/${encodeURIComponent(id)}`;

export const startJob = (statements: readonly NewStatement[]): Promise<Job> =>
  post<Job>('/api/jobs', { statements });
export const readJob = (id: string, signal: AbortSignal): Promise<Job> => get<Job>(at(id), {}, signal);
export const cancelJob = (id: string): Promise<Job> => request<Job>(at(id), {}, { method: 'DELETE' });

/**
 * Calls `onJob` at each change until the job ends. Rejects when the connection is lost or there is no such job. By fetch,
 * since EventSource cannot send the token.
 */
export async function watchJob(id: string, onJob: (job: Job) => void, signal: AbortSignal): Promise<void> {
  const response = await send(`${at(id)}/events`, {}, { signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const events = (rest + part.value).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      if (event.startsWith('data: ')) onJob(JSON.parse(event.slice('data: '.length)) as Job);
    }
  }
}
