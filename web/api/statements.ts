import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { NewStatement, StatementList, StatementWithGraph } from '../../server/contract.ts';
import { get, post, request } from './client.ts';

const PAGE = 100;

/** Every stored statement, page by page. */
export const useStatements = () =>
  useInfiniteQuery({
    queryKey: ['statements'],
    queryFn: ({ pageParam, signal }) =>
      get<StatementList>('/api/statements', { limit: PAGE, offset: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ offset, items, total }) =>
      offset + items.length < total ? offset + items.length : undefined,
  });

/** Whatever was read from the graph before it changed is asked for again. */
export const forgetGraph = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ predicate: ({ queryKey }) => !KEPT.has(String(queryKey[0])) });
const KEPT: ReadonlySet<string> = new Set(['health', 'statement']);

export function useDeleteStatement() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      request<undefined>(`/api/statements/${encodeURIComponent(id)}`, {}, { method: 'DELETE' }),
    onSuccess: (_answer, id) => {
      client.removeQueries({ queryKey: ['statement', id] });
      void forgetGraph(client);
    },
  });
}

/** What a text says, without saving it. */
export const previewStatement = (statement: NewStatement): Promise<StatementWithGraph> =>
  post<StatementWithGraph>('/api/statements/preview', statement);
