/** What goes over the queue, in bytes. Redis is shared, so a worker checks what it is asked. */
import { z } from 'zod';
import type { Statement } from '../../graph/model.ts';
import type { BatchReport } from '../cli/target.ts';
import type { ReadOutcome } from '../sources/protocol.ts';

/** Kinds of work. */
export type Kind = 'read' | 'save';

/** A job as BullMQ knows it: what it is called by. The bytes lie beside it. */
export interface Label {
  /** The source, or the first document of a batch. */
  readonly name: string;
  /** How many more there are in the batch. */
  readonly others: number;
}

const text = z.string();
const readHead = z.object({
  name: text,
  url: text.optional(),
  mediaType: text.optional(),
  columns: z.record(text, text),
  since: text.optional(),
});
export type ReadHead = z.infer<typeof readHead>;
const savePayload = z.object({ statements: z.array(z.looseObject({ id: text, text, language: text })) });

/** A source: a line of JSON, and the bytes. There is no path in it, so nobody can have a worker read its own files. */
export const packSource = (head: ReadHead, bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), bytes]);

export function unpackSource(payload: Buffer): { head: ReadHead; bytes: Uint8Array } {
  const { line, rest } = split(payload);
  return { head: checked(readHead, line), bytes: rest };
}

export const packStatements = (statements: readonly Statement[]): Buffer =>
  Buffer.from(JSON.stringify({ statements }));

export const unpackStatements = (payload: Buffer): Statement[] =>
  checked(savePayload, payload.toString('utf8')).statements as unknown as Statement[];

/** What a worker found in a source; `spooled` of a document counts from the first byte after the line. */
export interface Read {
  readonly outcome: ReadOutcome;
  readonly lines: Buffer;
}
/** More than the queue carries: whoever asked reads it itself. */
export const TOO_LARGE = Buffer.from('too large');

export const packRead = ({ outcome, lines }: Read): Buffer =>
  Buffer.concat([Buffer.from(`${JSON.stringify(outcome)}\n`), lines]);

export function unpackRead(answer: Buffer): Read | undefined {
  if (answer.equals(TOO_LARGE)) return undefined;
  const { line, rest } = split(answer);
  return { outcome: JSON.parse(line) as ReadOutcome, lines: rest };
}

export const packReport = (report: BatchReport): Buffer => Buffer.from(JSON.stringify(report));
export const unpackReport = (answer: Buffer): BatchReport =>
  JSON.parse(answer.toString('utf8')) as BatchReport;

function checked<T>(schema: z.ZodType<T>, json: string): T {
  try {
    return schema.parse(JSON.parse(json));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new Error(`the job is damaged: ${why.replace(/\s+/g, ' ')}`, { cause: error });
  }
}

function split(bytes: Buffer): { line: string; rest: Buffer } {
  const end = bytes.indexOf(10);
  return { line: bytes.toString('utf8', 0, end), rest: bytes.subarray(end + 1) };
}
