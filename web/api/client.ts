import type {
  Comparison,
  CypherRequest,
  GraphResponse,
  CypherSchema,
  EdgeDetail,
  Facets,
  GraphPart,
  Health,
  NewStatement,
  NodeDetail,
  QuoteResult,
  QuestionList,
  SchemaInfo,
  SearchResult,
  StatementWithGraph,
  Timeline,
} from '../../server/contract.ts';
import { token } from '../state/session/token.ts';
import { texts } from '../texts.ts';
import { ApiError, kindOf, readProblem } from './problem.ts';

export type Params = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** What of the graph is meant. */
export interface FilterQuery extends Params {
  readonly types: readonly string[] | undefined;
  readonly labels: readonly string[] | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly sources: readonly string[];
}
export interface GraphQuery extends FilterQuery {
  readonly limit: number;
  readonly around: string | undefined;
  readonly depth: number | undefined;
}

function address(path: string, params: Params): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    // One by one: a publisher's name may hold a comma.
    if (typeof value === 'object') for (const item of value) search.append(name, item);
    else if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const query = search.toString();
  return query ? `${path}?${query}` : path;
}

/** The only place that talks to the server. Rejects with an ApiError. */
export async function request<T>(path: string, params: Params, init: RequestInit): Promise<T> {
  const response = await send(path, params, init);
  const body = await response.text().catch((cause: unknown) => {
    throw init.signal?.aborted ? cause : new ApiError('offline', 0, texts.errors.offline);
  });
  return (body === '' ? undefined : JSON.parse(body)) as T;
}

/** Sends a request and waits for an answer that is no failure. */
export async function send(path: string, params: Params, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  const secret = token.get();
  if (secret) headers.set('authorization', `Bearer ${secret}`);
  let response: Response;
  try {
    response = await fetch(address(path, params), { ...init, headers });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new ApiError('offline', 0, texts.errors.offline);
  }
  if (response.ok) return response;
  const problem = readProblem(await response.text().catch(() => ''));
  throw new ApiError(
    kindOf(response.status),
    response.status,
    problem?.detail ?? texts.errors.status(response.status),
    problem,
  );
}

export const get = <T>(path: string, params: Params = {}, signal?: AbortSignal): Promise<T> =>
  request<T>(path, params, signal ? { signal } : {});

export const post = <T>(path: string, body: object, signal?: AbortSignal): Promise<T> =>
  request<T>(path, {}, withBody(body, signal));

export const withBody = (body: object, signal?: AbortSignal): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
  ...(signal ? { signal } : {}),
});

const at = encodeURIComponent;

export const api = {
  health: (signal?: AbortSignal) => get<Health>('/health', {}, signal),
  schema: (signal?: AbortSignal) => get<SchemaInfo>('/api/schema', {}, signal),
  graph: (query: GraphQuery, signal?: AbortSignal) => get<GraphPart>('/api/graph', query, signal),
  node: (id: string, signal?: AbortSignal) => get<NodeDetail>(`/api/nodes/${at(id)}`, {}, signal),
  neighbours: (id: string, types: readonly string[], limit: number, signal?: AbortSignal) =>
    get<GraphPart>(`/api/nodes/${at(id)}/neighbors`, { types, limit }, signal),
  /** The `nodes` neighbours with most evidence. */
  expansion: (id: string, nodes: number, filter: FilterQuery, signal?: AbortSignal) =>
    get<GraphPart>(`/api/nodes/${at(id)}/neighbors`, { ...filter, nodes }, signal),
  facets: (filter: FilterQuery, signal?: AbortSignal) => get<Facets>('/api/facets', filter, signal),
  timeline: (filter: FilterQuery, unit: Timeline['unit'], signal?: AbortSignal) =>
    get<Timeline>('/api/timeline', { ...filter, unit }, signal),
  compare: (query: Params, signal?: AbortSignal) => get<Comparison>('/api/compare', query, signal),
  quotes: (q: string, signal?: AbortSignal) => get<QuoteResult>('/api/quotes', { q, limit: 6 }, signal),
  edge: (id: string, signal?: AbortSignal) => get<EdgeDetail>(`/api/edges/${at(id)}`, {}, signal),
  statement: (id: string, signal?: AbortSignal) =>
    get<StatementWithGraph>(`/api/statements/${at(id)}`, {}, signal),
  search: (q: string, signal?: AbortSignal) => get<SearchResult>('/api/search', { q, limit: 12 }, signal),
  addStatement: (statement: NewStatement) => post<StatementWithGraph>('/api/statements', statement),
  questions: (signal?: AbortSignal) => get<QuestionList>('/api/questions', {}, signal),
  cypherSchema: (signal?: AbortSignal) => get<CypherSchema>('/api/cypher/schema', {}, signal),
  cypher: (query: CypherRequest, signal: AbortSignal) =>
    request<GraphResponse>('/api/cypher', {}, withBody({ ...query, graph: true }, signal)),
};
