import { Rejection } from '../rejection.ts';
import { dateLine } from './dates.ts';
import { single } from './reader.ts';
import { rtfToText } from './rtf-text.ts';

/** Rich Text Format. */
export const readRtf = single(async (bytes) => {
  const { text, title } = rtfToText(Buffer.from(bytes).toString('latin1'));
  if (text === '') throw new Rejection('EMPTY', 'the document holds no text');
  const date = dateLine(text);
  return { text, fields: { ...(title && { title }), ...(date && { date }) } };
});
