import { Router } from 'express';
import type { Response } from 'express';
import type { Job } from '../contract.ts';
import { notFound } from '../errors.ts';
import { createJobs } from '../jobs/jobs.ts';
import { newJob } from '../schemas.ts';
import type { Context } from './context.ts';

/** A comment now and then tells proxies that the connection lives. */
const HEARTBEAT_MS = 15_000;
/** A batch of short texts changes faster than anyone can see. */
const PAUSE_MS = 200;

/** /api/jobs: batches of statements read in the background, with live progress. */
export function jobRoutes({ store, extractor }: Context): Router {
  const jobs = createJobs(store, extractor);
  const find = (id: string): Job => {
    const job = jobs.get(id);
    if (!job) throw notFound('job', id);
    return job;
  };
  const router = Router();
  router.post('/jobs', (request, response) => {
    const job = jobs.start(newJob.parse(request.body).statements);
    response.status(202).location(`/api/jobs/${job.id}`).json(job);
  });
  router.get('/jobs/:id', ({ params: { id } }, response) => {
    response.json(find(id));
  });
  router.get('/jobs/:id/events', ({ params: { id } }, response) => {
    const job = find(id);
    const send = openEvents(response, () => stop());
    const stop = jobs.watch(id, send);
    send(job);
  });
  router.delete('/jobs/:id', ({ params: { id } }, response) => {
    find(id);
    jobs.cancel(id);
    response.status(202).json(find(id));
  });
  return router;
}

/** Server-sent events: the newest state of the job, a few times a second; ended with the job or with the listener. */
function openEvents(response: Response, onEnd: () => void): (job: Job) => void {
  response.status(200).set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
  response.flushHeaders();
  const heartbeat = setInterval(() => response.write(': alive\n\n'), HEARTBEAT_MS);
  let waiting: { readonly timer: NodeJS.Timeout; job: Job } | undefined;
  const send = (job: Job): void => void response.write(`data: ${JSON.stringify(job)}\n\n`);
  const later = (job: Job): void => {
    if (waiting) waiting.job = job;
    else {
      send(job);
      const timer = setTimeout(() => {
        const newest = waiting?.job;
        waiting = undefined;
        if (newest !== undefined && newest !== job) later(newest);
      }, PAUSE_MS);
      waiting = { timer, job };
    }
  };
  response.on('close', () => {
    clearInterval(heartbeat);
    clearTimeout(waiting?.timer);
    onEnd();
  });
  return (job) => {
    if (job.state === 'running') return later(job);
    clearTimeout(waiting?.timer);
    send(job);
    response.end();
  };
}
