/** Why a text is not taken, in words for the person who gave it. Nothing is stored of a rejected text. */
export class Rejection extends Error {
  override readonly name = 'Rejection';
  readonly code: 'EMPTY' | 'BINARY' | 'LANGUAGE' | 'TOO_LONG' | 'INVALID';
  constructor(code: Rejection['code'], message: string) {
    super(message);
    this.code = code;
  }
}
