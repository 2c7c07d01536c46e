import { Router } from 'express';
import type { Response } from 'express';
import type { Job } from '../contract.ts';
import { notFound } from '../errors.ts';
import { createJobs } from '../jobs/jobs.ts';
import { newJob } from '../schemas.ts';
import type { Context } from './context.ts';

/** A comment now and then tells proxies that the connection lives. */
const HEARTBEAT_MS = 15_000;

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

/** Server-sent events, one for each state of the job; ended with the job or with the listener. */
function openEvents(response: Response, onEnd: () => void): (job: Job) => void {
  response.status(200).set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
  response.flushHeaders();
  const heartbeat = setInterval(() => response.write(': alive\n\n'), HEARTBEAT_MS);
  response.on('close', () => {
    clearInterval(heartbeat);
    onEnd();
  });
  return (job) => {
    response.write(`data: ${JSON.stringify(job)}\n\n`);
    if (job.state !== 'running') response.end();
  };
}
