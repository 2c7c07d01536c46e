export const REJECTION_CODES = [
  'EMPTY',
  'BINARY',
  'LANGUAGE',
  'TOO_LONG',
  'INVALID',
  /** Pictures of pages, without text. */
  'SCAN',
  'ENCRYPTED',
  /** The format is known, its content broken. */
  'DAMAGED',
  /** It unpacks to too much, is nested too deep, takes too long. */
  'LIMIT',
  /** A format that is not read. */
  'FORMAT',
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];

/** Why a text is not taken, in words for the person who gave it. Nothing is stored of a rejected text. */
export class Rejection extends Error {
  override readonly name = 'Rejection';
  readonly code: RejectionCode;
  constructor(code: RejectionCode, message: string) {
    super(message);
    this.code = code;
  }
}
