import { decode } from './decode.ts';
import { single } from './reader.ts';

/** Plain text in any encoding, kept as it is: header lines, if any, are read with the statement. */
export const readText = single(async (bytes) => ({ text: await decode(bytes), fields: {} }));
