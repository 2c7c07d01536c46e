import { GraphError } from '../../graph/store/errors.ts';
import { Rejection } from '../../ingest/rejection.ts';

/** Exit codes of every command: all went well; something failed or was not taken; the command line was wrong. */
export const EXIT = { ok: 0, failed: 1, usage: 2, interrupted: 130 } as const;

/** A failure in words for the person at the terminal, with the code to leave with. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exitCode: number;
  constructor(message: string, exitCode: number = EXIT.failed) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** One line on what went wrong; with ENTENTE_DEBUG set the whole stack, for a report of a fault. */
export function describeFailure(error: unknown): string {
  if (process.env['ENTENTE_DEBUG'] && error instanceof Error) return error.stack ?? error.message;
  if (error instanceof GraphError) return withPosition(error);
  if (error instanceof CliError || error instanceof Rejection) return error.message;
  if (!(error instanceof Error)) return String(error);
  const known = error.name === 'StartError' || error.name === 'ExtractorBroken' || 'syscall' in error;
  return known
    ? error.message
    : `${error.message} (this looks like a fault of entente; ENTENTE_DEBUG=1 shows where)`;
}

const withPosition = ({ message, position }: GraphError): string =>
  position ? `${message} (line ${position.line}, column ${position.column})` : message;
