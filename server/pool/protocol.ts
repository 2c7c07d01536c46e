import type { Statement } from '../../graph/model.ts';
import type { Rejection } from '../../ingest/rejection.ts';

/** To a worker, which does one thing at a time: extract this. */
export interface Job {
  readonly statement: Statement;
}

/**
 * From a worker: an extraction as JSON, which goes on to the process that saves it as it is, and is parsed faster than cloned.
 * Errors do not keep their class across threads, so a rejection travels as its code.
 */
export type JobResult =
  | { readonly ok: true; readonly json: string }
  | { readonly ok: false; readonly message: string; readonly rejection?: Rejection['code'] };

/** The first word of a worker, once its extractor is built. */
export interface Ready {
  readonly ready: true;
}
