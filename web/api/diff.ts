import { useQuery } from '@tanstack/react-query';
import type { DiffAnswer } from '../../server/contract.ts';
import { post } from './client.ts';

/** One of two graphs: a file that was chosen, or what the server holds. */
export type Compared = { readonly file: File } | { readonly store: true };

const LIMIT = 2000;

const bodyOf = async (side: Compared): Promise<object> =>
  'file' in side ? { content: await side.file.text() } : { store: true };
const keyOf = (side: Compared | null): readonly unknown[] =>
  side && 'file' in side ? [side.file.name, side.file.size, side.file.lastModified] : [side];

/** What differs between the two; nothing is asked until both are chosen. */
export const useDiff = (before: Compared | null, after: Compared | null) =>
  useQuery({
    queryKey: ['diff', keyOf(before), keyOf(after)],
    queryFn: async ({ signal }) =>
      post<DiffAnswer>(
        '/api/diff',
        { before: await bodyOf(before!), after: await bodyOf(after!), limit: LIMIT },
        signal,
      ),
    enabled: before !== null && after !== null,
    retry: false,
  });
