import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { countTypes } from '../../graph/store/save.ts';
import type { EdgeType, Statement } from '../../graph/model.ts';
import type {
  CypherResponse,
  DecideReport,
  DecisionList,
  ImportReport,
  MergeList,
  Problem,
  SavedStatement,
  SchemaInfo,
  StatementList,
  StatementWithGraph,
} from '../contract.ts';
import { MAX_TIMEOUT_MS } from '../schemas.ts';
import { CliError, EXIT } from './failure.ts';
import type { BatchReport, Target } from './target.ts';

const PARALLEL = 4;
const TRIES = 8;
/** The statement was not taken for what it is; another may be. */
const REFUSED = new Set([400, 413, 422, 504]);

/** Works on a running server by its HTTP API. */
export function httpTarget(address: string, token: string | undefined): Target {
  const client = new Client(address, token);
  return {
    ingest: (batch) => postAll(client, batch),
    query: async (query, params, { maxRows, timeoutMs, signal }) => {
      const response = await client.ask('/api/cypher', { query, params, maxRows, timeoutMs }, signal);
      return (await response.json()) as CypherResponse;
    },
    export: async function* (format, what, { filter = {}, query, params }) {
      const { body } = await (query === undefined
        ? client.ask(`/api/export?${search({ format, what, ...filter })}`)
        : client.ask('/api/export', { format, what, query, params, timeoutMs: MAX_TIMEOUT_MS }));
      if (body) yield* body;
    },
    import: async (file, options) =>
      (await (await client.ask('/api/import', { ...file, ...options })).json()) as ImportReport,
    backup: async (file) => {
      const { body } = await client.ask('/api/backup');
      if (!body) throw new CliError('the server sent no backup');
      // Beside its place first: a torn answer leaves nothing that looks whole.
      const part = `${file}.${process.pid}.part`;
      try {
        await pipeline(Readable.fromWeb(body), createWriteStream(part));
        await rename(part, file);
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
    },
    merges: async (page) =>
      (await (await client.ask(`/api/merges?${search({ ...page })}`)).json()) as MergeList,
    decisions: async () =>
      ((await (await client.ask('/api/merges/decisions')).json()) as DecisionList).decisions,
    decide: async (decisions, withdraw) =>
      (await (await client.ask('/api/merges/decisions', { decisions, withdraw })).json()) as DecideReport,
    stats: async () => ((await (await client.ask('/api/schema')).json()) as SchemaInfo).stats,
    statementIds: () => idsOf(client),
    statement: async (id) => {
      const response = await client.ask(`/api/statements/${encodeURIComponent(id)}`).catch(unlessMissing);
      return response && ((await response.json()) as StatementWithGraph).statement;
    },
    remove: async (ids) => {
      for (const id of ids)
        await client
          .ask(`/api/statements/${encodeURIComponent(id)}`, undefined, undefined, 'DELETE')
          .catch(unlessMissing);
    },
    close: async () => undefined,
  };
}

/** A query string; lists name their parameter again, since a publisher's name may hold a comma. What is undefined is left out. */
function search(fields: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) if (one !== undefined) query.append(name, String(one));
  return query.toString();
}

/** A problem that the server answered with. */
class Answer extends CliError {
  readonly status: number;
  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}

class Client {
  readonly #base: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(address: string, token: string | undefined) {
    const base = /^https?:\/\//.test(address) ? address : `http://${address}`;
    if (!URL.canParse(base))
      throw new CliError(`"${address}" is no address of a server; write http://127.0.0.1:8080`, EXIT.usage);
    this.#base = base.replace(/\/+$/, '');
    this.#headers = token ? { Authorization: `Bearer ${token}` } : {};
  }

  /** GET, or POST when there is a body. Waits and tries again while the server asks for patience. */
  async ask(path: string, body?: object, signal?: AbortSignal, method?: 'DELETE'): Promise<Response> {
    for (let tries = 1; ; tries++) {
      const response = await this.#send(path, body, signal, method);
      if (response.ok) return response;
      const patient = response.status === 429 || response.status === 503;
      if (!patient || tries >= TRIES) throw await answerOf(response);
      await response.body?.cancel();
      await wait(
        Math.min(60, Number(response.headers.get('retry-after')) || 1) * 1000,
        undefined,
        signal ? { signal } : {},
      );
    }
  }

  async #send(
    path: string,
    body: object | undefined,
    signal: AbortSignal | undefined,
    method: string | undefined,
  ): Promise<Response> {
    const post = method ? { method } : body && { method: 'POST', body: JSON.stringify(body) };
    const headers = { ...this.#headers, ...(body ? { 'Content-Type': 'application/json' } : {}) };
    try {
      return await fetch(this.#base + path, { ...post, headers, ...(signal ? { signal } : {}) });
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
      throw new CliError(`no server answers at ${this.#base}${cause}; start one with \`entente serve\``);
    }
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const problem = (await response.json().catch(() => undefined)) as Partial<Problem> | undefined;
  const where = problem?.position
    ? ` (line ${problem.position.line}, column ${problem.position.column})`
    : '';
  const hint = response.status === 401 ? '; set ENTENTE_TOKEN' : '';
  return new Answer(
    response.status,
    `${problem?.detail ?? `the server answered ${response.status}`}${where}${hint}`,
  );
}

const PAGE = 500;

async function idsOf(client: Client): Promise<Set<string>> {
  const ids = new Set<string>();
  for (let offset = 0; ; offset += PAGE) {
    const response = await client.ask(`/api/statements?limit=${PAGE}&offset=${offset}`);
    const { items, total } = (await response.json()) as StatementList;
    for (const { id } of items) ids.add(id);
    if (offset + PAGE >= total) return ids;
  }
}

function unlessMissing(error: unknown): undefined {
  if (!(error instanceof Answer && error.status === 404)) throw error;
}

async function postAll(client: Client, batch: readonly Statement[]): Promise<BatchReport> {
  const report = {
    added: 0,
    replaced: 0,
    unchanged: 0,
    edges: 0,
    types: [] as { readonly type: EdgeType }[],
    refused: [] as { at: number; problem: string }[],
  };
  const queue = [...batch.entries()];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [at, statement] = next;
      try {
        const saved = await post(client, statement);
        report[saved.outcome] += 1;
        report.edges += saved.graph.edges.length;
        for (const { type } of saved.graph.edges) report.types.push({ type });
      } catch (error) {
        if (!(error instanceof Answer && REFUSED.has(error.status))) throw error;
        report.refused.push({ at, problem: error.message });
      }
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
  const { types, ...counts } = report;
  return {
    ...counts,
    relations: countTypes(types),
    refused: report.refused.sort((a, b) => a.at - b.at),
  };
}

async function post(client: Client, statement: Statement): Promise<SavedStatement> {
  const { id: _id, language: _language, ...body } = statement;
  return (await (await client.ask('/api/statements', body)).json()) as SavedStatement;
}
