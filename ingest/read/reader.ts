import { createHash } from 'node:crypto';
import { Rejection } from '../rejection.ts';
import type { RejectionCode } from '../rejection.ts';
import type { StatementFields } from '../statement.ts';
import type { Budget } from './budget.ts';
import type { Columns } from './columns.ts';
import type { Input } from './input.ts';

/** A document as a reader gives it: the text that is stored, and what the original says about it. */
export interface Document {
  /** Unique among all inputs; the input's own name, with `#…` where it holds several. */
  readonly name: string;
  readonly text: string;
  readonly fields: StatementFields;
}
/** What was not taken, and why. */
export interface Problem {
  readonly name: string;
  readonly problem: string;
  readonly code: RejectionCode | 'FAULT';
}
export type Found = Document | Problem;

/** What holds for one file and everything packed in it. */
export interface Reading {
  readonly budget: Budget;
  readonly columns: Columns;
  readonly depth: number;
  /** Reads what was found inside. */
  readonly inside: (input: Input) => AsyncIterable<Found>;
}

/** Reads one format. It may throw a Rejection; any other error is taken for a damaged input. */
export type Reader = (input: Input, reading: Reading) => AsyncIterable<Found>;

/** SHA-256 of an original, in hexadecimal digits. */
export const hashOf = (original: Uint8Array | string): string =>
  createHash('sha256').update(original).digest('hex');

export function problemOf(name: string, error: unknown): Problem {
  if (error instanceof Rejection)
    return { name, problem: error.message.replace(/\s+/g, ' ').slice(0, 500), code: error.code };
  // Some parsers add their own lines on where they stopped.
  const message = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 300);
  const system = error instanceof Error && 'syscall' in error;
  return { name, problem: message, code: system ? 'FAULT' : 'DAMAGED' };
}

/** A reader of formats that hold one document a file. */
export const single = (
  read: (bytes: Uint8Array, input: Input, reading: Reading) => Promise<Omit<Document, 'name'>>,
  most?: number,
): Reader =>
  async function* (input, reading) {
    const bytes = await input.bytes(most);
    const { text, fields } = await read(bytes, input, reading);
    yield { name: input.name, text, fields: { ...fields, original: hashOf(bytes) } };
  };
