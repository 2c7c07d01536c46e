import type { Problem } from '../../server/contract.ts';

export type FailureKind = 'offline' | 'unauthorized' | 'missing' | 'refused' | 'server';

/** Every failure of a request. `offline` means that no answer came at all. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: FailureKind;
  readonly status: number;
  readonly problem: Problem | undefined;

  constructor(kind: FailureKind, status: number, message: string, problem?: Problem) {
    super(message);
    this.kind = kind;
    this.status = status;
    this.problem = problem;
  }
}

export function kindOf(status: number): FailureKind {
  if (status === 401) return 'unauthorized';
  if (status === 404) return 'missing';
  // What the development proxy and gateways answer when nobody listens behind them.
  if (status === 502 || status === 504) return 'offline';
  return status < 500 ? 'refused' : 'server';
}

/** The problem details in a body, or nothing when the body is something else. */
export function readProblem(body: string): Problem | undefined {
  try {
    const value: unknown = JSON.parse(body);
    const isProblem = typeof value === 'object' && value !== null && 'title' in value && 'detail' in value;
    return isProblem ? (value as Problem) : undefined;
  } catch {
    return undefined;
  }
}
