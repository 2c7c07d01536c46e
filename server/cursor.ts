/** Where the next page of a list begins: the last item's place in its order, as text that clients hand back unread. */
import { z } from 'zod';

export const writeCursor = (place: readonly string[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/** A cursor of `length` parts as it comes in a request. */
export const cursorOf = (length: number) =>
  z
    .string()
    .max(4000)
    .transform((text, context): readonly string[] => {
      const place = readCursor(text);
      if (place?.length === length) return place;
      context.addIssue({
        code: 'custom',
        message: 'is no cursor of this list; take `next` of an answer, or begin without',
      });
      return z.NEVER;
    })
    .optional();

function readCursor(text: string): string[] | undefined {
  try {
    const place: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(place) && place.every((part) => typeof part === 'string') ? place : undefined;
  } catch {
    return undefined;
  }
}
