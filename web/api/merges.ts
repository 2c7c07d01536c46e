import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DecideReport, Decision, DecisionList, MergeList } from '../../server/contract.ts';
import { get, post, send } from './client.ts';
import { forgetGraph } from './statements.ts';

/** Suggestions shown at once: nobody decides about more before the next are there. */
const PAGE = 30;

/** Who may be who, the surest first. */
export const useMerges = () =>
  useQuery({
    queryKey: ['merges'],
    queryFn: ({ signal }) => get<MergeList>('/api/merges', { limit: PAGE }, signal),
    placeholderData: keepPreviousData,
  });

export const useDecisions = () =>
  useQuery({
    queryKey: ['merges', 'decisions'],
    queryFn: ({ signal }) => get<DecisionList>('/api/merges/decisions', {}, signal),
  });

interface Change {
  readonly decisions?: readonly Decision[];
  readonly withdraw?: readonly Decision[];
  /** A file of decisions, instead. */
  readonly content?: string;
}

/** Decides, or undoes what was decided; then everything that was read of the graph is asked for again. */
export function useDecide() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ content, ...change }: Change) =>
      content === undefined
        ? post<DecideReport>('/api/merges/decisions', change)
        : post<DecideReport>('/api/merges/file', { content }),
    onSuccess: () => forgetGraph(client),
  });
}

/** All decisions as a file for others. */
export const decisionFile = async (): Promise<string> => (await send('/api/merges/file', {}, {})).text();
