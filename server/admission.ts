import { Router } from 'express';
import type { RequestHandler } from 'express';
import { ApiError } from './errors.ts';

export interface Lane {
  /** Requests in work at once: until their answers are handed over, so that slow readers hold no more memory than this. */
  readonly atOnce: number;
  /** Requests that may wait for a place, and for how long. */
  readonly waiting: number;
  readonly patienceMs: number;
}

/** On a slow machine, what has waited longer for its place is answered after its client has given up. */
const PATIENCE_MS = 3000;
const FILE_PATIENCE_MS = 10_000;

/** Each kind of work has its own places, so that a rush on one leaves the others free. /health has none: it never waits. */
const LANES: readonly (Lane & { readonly paths: readonly string[] })[] = [
  { paths: ['/graph'], atOnce: 4, waiting: 32, patienceMs: PATIENCE_MS },
  { paths: ['/nodes', '/edges'], atOnce: 8, waiting: 32, patienceMs: PATIENCE_MS },
  { paths: ['/search', '/quotes'], atOnce: 4, waiting: 32, patienceMs: PATIENCE_MS },
  { paths: ['/facets', '/timeline', '/compare'], atOnce: 4, waiting: 32, patienceMs: PATIENCE_MS },
  { paths: ['/cypher'], atOnce: 8, waiting: 32, patienceMs: PATIENCE_MS },
  // Files and backups: each holds a reading of the store open for as long as its client takes.
  { paths: ['/export', '/backup'], atOnce: 4, waiting: 32, patienceMs: FILE_PATIENCE_MS },
  {
    paths: ['/analysis', '/matrix', '/paths', '/evidence', '/merges'],
    atOnce: 8,
    waiting: 16,
    patienceMs: PATIENCE_MS,
  },
  // Holds two files in memory.
  { paths: ['/diff'], atOnce: 2, waiting: 4, patienceMs: FILE_PATIENCE_MS },
];

/** Admission to the routes that cost something. Under load a prompt 503 helps a client more than an answer that comes too late. */
export function admission(): Router {
  const router = Router();
  for (const { paths, ...lane } of LANES) router.use([...paths], admit(lane));
  const bodies = admit(LARGE_BODIES);
  for (const path of TAKING_IN) router.post(path, bodies);
  return router;
}

/** Where bodies and what is read of them take many megabytes: few enough at once that they cannot fill the memory. */
const TAKING_IN = ['/statements', '/statements/preview', '/jobs', '/import'];
const LARGE_BODIES: Lane = { atOnce: 8, waiting: 64, patienceMs: 20_000 };

/** Lets `atOnce` requests through, keeps the next ones waiting and refuses the rest with 503 and Retry-After. */
export function admit({ atOnce, waiting, patienceMs }: Lane): RequestHandler {
  let inWork = 0;
  const queue = new Set<() => void>();
  const leave = (): void => {
    inWork--;
    const [first] = queue;
    first?.();
  };
  return (_request, response, next) => {
    const enter = (): void => {
      inWork++;
      response.once('close', leave);
      next();
    };
    if (inWork < atOnce) return enter();
    if (queue.size >= waiting) throw busy();
    const stop = (): void => {
      clearTimeout(timer);
      queue.delete(turn);
      response.off('close', stop);
    };
    const turn = (): void => (stop(), enter());
    const timer = setTimeout(() => (stop(), next(busy())), patienceMs);
    queue.add(turn);
    // A client that hangs up gives its place in the queue away.
    response.once('close', stop);
  };
}

const busy = (): ApiError =>
  new ApiError('BUSY', 'too many requests of this kind at once; try again after the seconds in Retry-After');
