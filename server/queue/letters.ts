/** The dead-letter list: what workers could not do, with the reason, until it is done or dropped. */
import type { Job, Queue } from 'bullmq';
import type { Kind, Label } from './protocol.ts';

export interface Letter {
  readonly kind: Kind;
  readonly name: string;
  readonly reason: string;
  readonly tries: number;
}

const PAGE = 1000;

/** Oldest first. */
export async function listLetters(queue: Queue): Promise<Letter[]> {
  const letters: Letter[] = [];
  for await (const job of failed(queue)) letters.push(toLetter(job));
  return letters;
}

/** Drops those for which `drop` says so. */
export async function dropLetters(queue: Queue, drop: (letter: Letter) => boolean): Promise<void> {
  const jobs: Job<Label>[] = [];
  for await (const job of failed(queue)) if (drop(toLetter(job))) jobs.push(job);
  for (const job of jobs) await job.remove();
}

async function* failed(queue: Queue): AsyncGenerator<Job<Label>> {
  for (let at = 0; ; at += PAGE) {
    const jobs = (await queue.getJobs(['failed'], at, at + PAGE - 1, true)) as Job<Label>[];
    yield* jobs;
    if (jobs.length < PAGE) return;
  }
}

const toLetter = ({ name, data, failedReason, attemptsMade }: Job<Label>): Letter => ({
  kind: name as Kind,
  name: data.others > 0 ? `${data.name} and ${data.others} more` : data.name,
  reason: inWords(failedReason),
  tries: attemptsMade,
});

/** BullMQ's words for a job whose workers were lost again and again. */
export const inWords = (reason: string): string =>
  /stalled more than/i.test(reason) ? 'every worker that took it was lost' : reason;
