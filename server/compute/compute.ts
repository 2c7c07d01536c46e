import { Piscina } from 'piscina';
import type { Analysis, AnalysisOptions } from '../../graph/analysis/analyse.ts';
import type { Matrix, MatrixOptions } from '../../graph/analysis/matrix.ts';
import type { PathOptions } from '../../graph/analysis/paths.ts';
import type { Candidates, Suggestion } from '../../graph/identity/candidates.ts';
import type { Decision } from '../../graph/identity/decisions.ts';
import type { TieCount } from '../../graph/store/store.ts';
import { ApiError } from '../errors.ts';
import { packTies } from './packed-ties.ts';

type Ties = readonly TieCount[];

/** Analysis in threads; every call can be given up, and is after a time. Rejects with an ApiError. */
export interface Compute {
  readonly analyse: (ties: Ties, options: AnalysisOptions, gone: AbortSignal) => Promise<Analysis>;
  readonly matrix: (ties: Ties, options: MatrixOptions, gone: AbortSignal) => Promise<Matrix>;
  readonly paths: (
    ties: Ties,
    options: PathOptions,
    gone: AbortSignal,
  ) => Promise<readonly (readonly string[])[]>;
  readonly suggest: (
    from: Candidates,
    decisions: readonly Decision[],
    gone: AbortSignal,
  ) => Promise<Suggestion[]>;
  readonly close: () => Promise<void>;
}

// From source the worker is started through tsx, built it is JavaScript beside this file.
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './compute-worker.dev.mjs' : './compute-worker.js',
  import.meta.url,
);
const PATIENCE_MS = 20_000;
const THREADS = 2;
const MOST_WAITING = 20;

/** Threads start with the first question and end when nobody has asked for a while. */
export function createCompute({ patienceMs = PATIENCE_MS } = {}): Compute {
  const pool = new Piscina({
    filename: WORKER.href,
    minThreads: 0,
    maxThreads: THREADS,
    maxQueue: MOST_WAITING,
    idleTimeout: 30_000,
  });
  async function run<T>(name: string, on: object, gone: AbortSignal): Promise<T> {
    const late = AbortSignal.timeout(patienceMs);
    if (pool.queueSize >= MOST_WAITING)
      throw new ApiError('BUSY', 'too many analyses at once; try again in a moment');
    try {
      return (await pool.run(on, { name, signal: AbortSignal.any([gone, late]) })) as T;
    } catch (error) {
      if (gone.aborted) throw new ApiError('CANCELLED', 'nobody waits for the answer any more');
      if (!late.aborted) throw error;
      const seconds = Math.round(patienceMs / 1000);
      throw new ApiError('TIMEOUT', `computing took more than ${seconds} s; narrow the filters`);
    }
  }
  return {
    analyse: (ties, options, gone) => run('analyse', { ties: packTies(ties), options }, gone),
    matrix: (ties, options, gone) => run('matrix', { ties: packTies(ties), options }, gone),
    paths: (ties, options, gone) => run('paths', { ties: packTies(ties), options }, gone),
    suggest: (from, decisions, gone) => run('suggestions', { from, decisions }, gone),
    close: () => pool.destroy(),
  };
}
