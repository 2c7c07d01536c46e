import type {
  EdgeDetail,
  GraphPart,
  Health,
  NewStatement,
  NodeDetail,
  SchemaInfo,
  SearchResult,
  StatementWithGraph,
} from '../../server/contract.ts';
import { token } from '../state/session/token.ts';
import { texts } from '../texts.ts';
import { ApiError, kindOf, readProblem } from './problem.ts';

export type Params = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** What of the graph is meant. */
export interface FilterQuery {
  readonly types: readonly string[];
  readonly labels: readonly string[] | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}
export interface GraphQuery extends FilterQuery {
  readonly limit: number;
}

function address(path: string, params: Params): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    const text = typeof value === 'object' ? value.join(',') : value;
    if (text !== undefined && text !== '') search.set(name, String(text));
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
  graph: (query: GraphQuery, signal?: AbortSignal) => get<GraphPart>('/api/graph', { ...query }, signal),
  node: (id: string, signal?: AbortSignal) => get<NodeDetail>(`/api/nodes/${at(id)}`, {}, signal),
  neighbours: (id: string, types: readonly string[], limit: number, signal?: AbortSignal) =>
    get<GraphPart>(`/api/nodes/${at(id)}/neighbors`, { types, limit }, signal),
  edge: (id: string, signal?: AbortSignal) => get<EdgeDetail>(`/api/edges/${at(id)}`, {}, signal),
  statement: (id: string, signal?: AbortSignal) =>
    get<StatementWithGraph>(`/api/statements/${at(id)}`, {}, signal),
  search: (q: string, signal?: AbortSignal) => get<SearchResult>('/api/search', { q, limit: 12 }, signal),
  addStatement: (statement: NewStatement) => post<StatementWithGraph>('/api/statements', statement),
};
