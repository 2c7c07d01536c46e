import { keepPreviousData, QueryCache, QueryClient, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Edge, GraphPart, Timeline } from '../../server/contract.ts';
import type { Ontology } from '../state/graph/ontology.ts';
import { readOntology } from '../state/graph/ontology.ts';
import { byDate, tieEnds, tieKey } from '../state/graph/ties.ts';
import type { Selection, View } from '../state/view/view.ts';
import { needToken } from '../state/session/need-token.ts';
import type { FilterQuery, Params } from './client.ts';
import { api } from './client.ts';
import { ApiError } from './problem.ts';

/** Most neighbours that one expansion brings: a hub must not flood the canvas. */
export const EXPANSION = 25;
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
export const filterOf = (view: View): FilterQuery => ({
  types: view.types ?? undefined,
  labels: view.labels ?? undefined,
  from: view.from || undefined,
  to: view.to || undefined,
  sign: view.more.sign || undefined,
  countries: view.more.countries,
  issues: view.more.issues,
  speakers: view.more.speakers,
  sources: view.more.sources,
  modality: view.more.modality,
  minConfidence: view.more.minConfidence || undefined,
  minEvidence: view.more.minEvidence > 1 ? view.more.minEvidence : undefined,
  minDegree: view.more.minDegree > 1 ? view.more.minDegree : undefined,
  text: view.more.text || undefined,
});
/** The shelf of ready questions. */
export const useQuestions = () =>
  useQuery({ queryKey: ['questions'], queryFn: ({ signal }) => api.questions(signal) });

/** What an editor of queries completes. */
export const useCypherSchema = () =>
  useQuery({ queryKey: ['schema', 'cypher'], queryFn: ({ signal }) => api.cypherSchema(signal) });

/** An empty choice of labels or relations shows nothing; as a parameter it would ask for everything. */
const isNothing = (view: View): boolean => view.types?.length === 0 || view.labels?.length === 0;

/** After the next picture; soon in a page that is not seen, which draws none. */
const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    const unseen = setTimeout(resolve, 250);
    requestAnimationFrame(() => {
      clearTimeout(unseen);
      setTimeout(resolve);
    });
  });

/**
 * What each value of each filter would let through; the last ones stay until the next are there. They are asked for once
 * the graph itself has come and is drawn: a picture that waits for counts is late.
 */
export function useFacets(view: View, isGraphThere: boolean) {
  const filter = filterOf(view);
  return useQuery({
    queryKey: ['facets', filter],
    queryFn: async ({ signal }) => {
      await drawn();
      return api.facets(filter, signal);
    },
    enabled: isGraphThere,
    placeholderData: keepPreviousData,
  });
}

/** How much there is of each time; asked for once the graph is drawn. */
export function useTimeline(view: View, isGraphThere: boolean, unit: Timeline['unit']) {
  const { from: _from, to: _to, ...filter } = filterOf(view);
  const query = { ...filter, from: undefined, to: undefined };
  return useQuery({
    queryKey: ['timeline', query, unit],
    queryFn: async ({ signal }) => {
      await drawn();
      return api.timeline(query, unit, signal);
    },
    enabled: isGraphThere && !isNothing(view),
    placeholderData: keepPreviousData,
  });
}

/** What differs between two periods; nothing is asked while they are unknown. */
export function useComparison(view: View, periods: Params | undefined) {
  const query = { ...filterOf(view), from: undefined, to: undefined, ...periods };
  return useQuery({
    queryKey: ['compare', query],
    queryFn: ({ signal }) => api.compare(query, signal),
    enabled: periods !== undefined && !isNothing(view),
    placeholderData: keepPreviousData,
  });
}

/** What expanding a node brings, and how many neighbours there are. */
export function useExpansion(id: string, view: View) {
  return useQuery(expansionQuery(id, filterOf(view)));
}

const expansionQuery = (id: string, filter: FilterQuery) => ({
  queryKey: ['expansion', id, filter],
  queryFn: ({ signal }: { signal: AbortSignal }) => api.expansion(id, EXPANSION, filter, signal),
});

export const useQuotes = (text: string) =>
  useQuery({
    queryKey: ['quotes', text],
    queryFn: ({ signal }) => api.quotes(text, signal),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });

/** The bounded part of the graph that passes the view's filters. The last one stays until the next one is there. */
export function useBaseGraph(view: View) {
  return useQuery({ ...baseGraphQuery(view), placeholderData: keepPreviousData });
}

/** Asks for the graph of a view before anything is drawn for it: the answer is then on its way while the page draws. */
export function askAhead(client: QueryClient, view: View): void {
  const query = baseGraphQuery(view);
  if (!client.getQueryState(query.queryKey)) void client.prefetchQuery(query);
}

function baseGraphQuery(view: View) {
  const around = { around: view.focus?.id, depth: view.focus?.depth };
  const query = { limit: view.limit, ...around, ...filterOf(view) };
  const nothing = isNothing(view);
  return {
    queryKey: ['graph', query],
    queryFn: ({ signal }: { signal: AbortSignal }) => (nothing ? EMPTY : api.graph(query, signal)),
  };
}
const EMPTY: GraphPart = { nodes: [], edges: [], totalEdges: 0, truncated: false, stated: {} };

function neighbourQuery(id: string, types: readonly string[], limit: number) {
  return {
    queryKey: ['neighbours', id, types, limit],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.neighbours(id, types, limit, signal),
  };
}

/** The neighbourhoods that the view adds to the base graph. */
export function useExpansions(view: View) {
  const filter = filterOf(view);
  return useQueries({
    queries: view.expanded.map((id) => ({
      ...expansionQuery(id, filter),
      enabled: !isNothing(view),
    })),
    combine: combineParts,
  });
}
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
      stated: answer.data.stated,
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
