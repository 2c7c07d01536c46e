import { Rejection } from '../rejection.ts';
import { isoDate } from './dates.ts';
import { htmlToText } from './html-text.ts';
import { bytesInput } from './input.ts';
import { hashOf, problemOf } from './reader.ts';
import type { Found, Reader } from './reader.ts';
import { MAX_NESTING } from './limits.ts';

/** A message: its text, with subject, date and sender; and the documents attached to it. */
export const readEml: Reader = async function* (input, reading) {
  const bytes = await input.bytes();
  const { default: PostalMime } = await import('postal-mime');
  const message = await PostalMime.parse(new Uint8Array(bytes), { maxNestingDepth: MAX_NESTING / 10 }).catch(
    (error: Error) => {
      throw new Rejection('DAMAGED', `the message is damaged: ${error.message}`);
    },
  );
  const text = message.text?.trim() ? message.text : await htmlToText(message.html ?? '');
  const date = isoDate(message.headers.find((h) => h.key === 'date')?.value);
  const from = message.from?.name || message.from?.address;
  const fields = {
    ...(message.subject && { title: message.subject }),
    ...(date && { date }),
    ...(from && { source: from }),
    original: hashOf(bytes),
  };
  const attached = message.attachments.filter((a) => a.filename && a.disposition !== 'inline');
  if (text.trim() !== '' || attached.length === 0) yield { name: input.name, text, fields };
  for (const { filename, content } of attached) {
    const name = `${input.name}!/${filename}`;
    yield* insideMessage(
      name,
      typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content as ArrayBuffer),
      reading,
    );
  }
};

async function* insideMessage(
  name: string,
  bytes: Uint8Array,
  reading: Parameters<Reader>[1],
): AsyncGenerator<Found> {
  try {
    reading.budget.enter();
    yield* reading.inside(bytesInput(name, bytes));
  } catch (error) {
    yield problemOf(name, error);
  }
}
