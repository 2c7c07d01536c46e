import { keepPreviousData, QueryCache, QueryClient, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Edge, GraphPart } from '../../server/contract.ts';
import type { Ontology } from '../state/graph/ontology.ts';
import { readOntology } from '../state/graph/ontology.ts';
import { byDate, tieEnds, tieKey } from '../state/graph/ties.ts';
import type { Selection, View } from '../state/view/view.ts';
import { needToken } from '../state/session/need-token.ts';
import type { FilterQuery } from './client.ts';
import { api } from './client.ts';
import { ApiError } from './problem.ts';

/** Most ties that one expansion brings: a hub must not flood the canvas. */
export const EXPANSION = 50;
/** Most ties of one node that its panel lists. */
const PANEL = 1000;
const HEALTH = ['health'];

function onFailure(client: QueryClient, error: Error, key: readonly unknown[]): void {
  if (!(error instanceof ApiError)) return;
  if (error.kind === 'unauthorized') needToken.raise();
  if (error.kind === 'offline' && key[0] !== HEALTH[0]) void client.invalidateQueries({ queryKey: HEALTH });
}

export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => onFailure(client, error, query.queryKey) }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => error instanceof ApiError && error.kind === 'server' && count < 1,
      },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}

/** Is the server there? Asked often while it is not. */
export const useHealth = () =>
  useQuery({
    queryKey: HEALTH,
    queryFn: ({ signal }) => api.health(signal),
    staleTime: 0,
    refetchInterval: (query) => (query.state.data?.status === 'ok' && !query.state.error ? 30_000 : 3_000),
  });

export const useOntology = () =>
  useQuery({
    queryKey: ['schema'],
    queryFn: ({ signal }) => api.schema(signal),
    select: readOntology,
  });

/** What the view's filters let through, as the server takes it. */
export const filterOf = (view: View, ontology: Ontology | undefined): FilterQuery => ({
  types: view.types ?? ontology?.typeNames ?? [],
  labels: view.labels ?? undefined,
  from: view.from || undefined,
  to: view.to || undefined,
});

/** The bounded part of the graph that passes the view's filters. The last one stays until the next one is there. */
export function useBaseGraph(view: View, ontology: Ontology | undefined) {
  const query = { limit: view.limit, ...filterOf(view, ontology) };
  // An empty list would ask for everything.
  const nothing = view.types?.length === 0 || view.labels?.length === 0;
  return useQuery({
    queryKey: ['graph', query],
    queryFn: ({ signal }) => (nothing ? EMPTY : api.graph(query, signal)),
    enabled: ontology !== undefined,
    placeholderData: keepPreviousData,
  });
}
const EMPTY: GraphPart = { nodes: [], edges: [], totalEdges: 0, truncated: false };

function neighbourQuery(id: string, types: readonly string[], limit: number) {
  return {
    queryKey: ['neighbours', id, types, limit],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.neighbours(id, types, limit, signal),
  };
}

/** The neighbourhoods that the view adds to the base graph. */
export const useExpansions = (ids: readonly string[], ontology: Ontology | undefined) =>
  useQueries({
    queries: ids.map((id) => ({
      ...neighbourQuery(id, ontology?.typeNames ?? [], EXPANSION),
      enabled: ontology !== undefined,
    })),
    combine: combineParts,
  });
const combineParts = (results: readonly { readonly data: GraphPart | undefined }[]) =>
  results.map((result) => result.data);

export const useNode = (id: string) =>
  useQuery({
    queryKey: ['node', id],
    queryFn: ({ signal }) => api.node(id, signal),
    enabled: id !== '',
  });

export const useNodeTies = (id: string, ontology: Ontology) =>
  useQuery(neighbourQuery(id, ontology.typeNames, PANEL));

/** Every edge of one tie, earliest first. */
export function useTie(selection: Selection | null, ontology: Ontology | undefined) {
  const tie = selection?.kind === 'tie' ? selection : undefined;
  const answer = useQuery({
    ...neighbourQuery(tie?.source ?? '', [tie?.type ?? ''], PANEL),
    enabled: tie !== undefined && ontology !== undefined,
  });
  const part = useMemo(() => {
    if (!tie || !ontology || !answer.data) return undefined;
    const directed = ontology.isDirected(tie.type);
    const wanted = tieKey(tie.type, ...tieEnds(tie, directed));
    const same = (edge: Edge): boolean => tieKey(edge.type, ...tieEnds(edge, directed)) === wanted;
    const edges = byDate(answer.data.edges.filter(same));
    return {
      edges,
      nodes: answer.data.nodes.filter((node) => node.id === tie.source || node.id === tie.target),
      truncated: answer.data.truncated,
    };
  }, [tie, ontology, answer.data]);
  return { part, error: answer.error, refetch: answer.refetch };
}

export const useEdge = (id: string) =>
  useQuery({ queryKey: ['edge', id], queryFn: ({ signal }) => api.edge(id, signal) });

export const useStatement = (id: string | undefined) =>
  useQuery({
    queryKey: ['statement', id],
    queryFn: ({ signal }) => api.statement(id ?? '', signal),
    enabled: id !== undefined,
  });

export const useSearch = (text: string) =>
  useQuery({
    queryKey: ['search', text],
    queryFn: ({ signal }) => api.search(text, signal),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
