import type { TieCount, TieRef } from '../columns/tie-counts.ts';
import type { Comparison, Facets, GraphFilter, Period, QuoteHit, Timeline } from '../filter.ts';
import type { Candidates } from '../identity/candidates.ts';
import type { Decision } from '../identity/decisions.ts';
import type { Edge, EntityLabel, EntityNode, Extraction, Statement } from '../model.ts';

/**
 * Where graphs are kept. Two drivers implement this on the same Cypher model; store.contract.ts is the one suite that
 * both must pass. All methods reject with a GraphError (errors.ts).
 *
 * In the database every entity is `(:Entity:<Label> {id, name, aliases, …})`, every statement `(:Statement {id, text, …})`,
 * and every assertion one relationship whose type is its relation and whose properties are those of Edge (`why` as JSON).
 * A MENTIONS relationship also carries what its statement knows of the entity (`_entity`), and an entity's own properties
 * are the merge of those (merge.ts): so they do not depend on the order of ingest, and deleting a statement takes back what
 * it alone said. Properties that begin with `_` are the store's own and are never given out.
 */
export interface GraphStore {
  readonly kind: 'embedded' | 'neo4j';
  readonly capabilities: Capabilities;
  /** Is the database there now? Rejects with UNAVAILABLE, AUTH, … when not. */
  ping(): Promise<void>;
  /**
   * Saves extractions, each whole or not at all. A statement already stored is replaced (its own edges only); one with
   * the same `origin` and another id is removed. Saving the same again changes nothing. Every node needs a MENTIONS edge
   * from its statement; if anything in the batch is wrong, nothing of it is saved (INVALID).
   */
  save(extractions: readonly Extraction[]): Promise<SaveReport>;
  /** Removes a statement, its edges, and entities that no other statement mentions. False when there is none. */
  deleteStatement(id: string): Promise<boolean>;
  /** Also by an id that was decided to be the same as another one. */
  getNode(id: string): Promise<EntityNode | undefined>;
  getEdge(id: string): Promise<Edge | undefined>;
  /** The statement with what it says in the graph, both sorted by id. */
  getStatement(id: string): Promise<Extraction | undefined>;
  /** What was decided about who is who, in order of what it is about. */
  decisions(): Promise<readonly Decision[]>;
  /**
   * Takes decisions in, each in the place of an earlier one about the same, and withdraws others. The graph becomes what
   * saving all statements by the new decisions would have made it, at once and whole; the words, offsets and ids of
   * statements and edges stay as they are. INVALID, and nothing is changed, when one is wrong or contradicts another.
   */
  decide(given: readonly Decision[], withdrawn?: readonly Decision[]): Promise<DecideReport>;
  /** What tells who may be who (identity/suggest.ts). */
  identityCandidates(): Promise<Candidates>;
  /** The most telling edges of each of these nodes, at most `each` of one; and the statements that they are from. */
  examples(ids: readonly string[], each: number): Promise<Examples>;
  /** Ids of all statements, sorted. */
  statementIds(): Promise<readonly string[]>;
  /** What was saved, before decisions about who is who, by id of the statement; those that are not there are left out. */
  savedExtractions(ids: readonly string[]): Promise<Extraction[]>;
  /** Ids of statements after one (in order; '' is before all), each with a digest of all that the statement says. */
  digests(page: { after: string; limit: number }): Promise<readonly { id: string; digest: string }[]>;
  /** Statements by date (latest first, undated last), then id; without their texts. */
  listStatements(page: StatementPage): Promise<Listing<StatementSummary>>;
  /** Edges that pass a filter, by id, from the first one after `after`. */
  listEdges(
    filter: GraphFilter,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<Listing<Edge>>;
  /**
   * A node, its edges to other entities (most confident first) up to `limit`, and the nodes at their other ends. MENTIONS
   * and ISSUED, which join statements, come with getStatement.
   */
  neighbours(id: string, options: NeighbourOptions): Promise<Subgraph | undefined>;
  /**
   * A bounded part of the graph between entities: edges that pass the filter, those of the best-attested ties (same ends
   * and type) first, then the most confident; and their ends.
   */
  subgraph(filter: SubgraphFilter): Promise<Subgraph>;
  /** How many edges that pass the filter attest each tie in each year; sorted by ends, type and year. */
  ties(filter: GraphFilter): Promise<readonly TieCount[]>;
  /** The edges of these ties that pass the filter, by date (of the edge, else of its statement), undated last. */
  evidence(ties: readonly TieRef[], filter: GraphFilter): Promise<readonly Edge[]>;
  /** Edges by what is known of them: many times faster than by id alone. Those that are gone are left out. */
  edges(refs: readonly EdgeRef[]): Promise<readonly Edge[]>;
  /** Entities by id, in order of id. Those that are gone are left out. */
  nodes(ids: Iterable<string>): Promise<readonly EntityNode[]>;
  /** A node with its edges to the `nodes` neighbours that most evidence ties it to, of those that pass the filter. */
  expand(id: string, filter: GraphFilter & { readonly nodes: number }): Promise<Expansion | undefined>;
  /** What each value of each field of the filter would let through. */
  facets(filter: GraphFilter): Promise<Facets>;
  timeline(filter: GraphFilter, unit: Timeline['unit']): Promise<Timeline>;
  /** What differs between two periods, the pairs of nodes with most edges first; the filter's own dates do not count. */
  compare(
    filter: GraphFilter,
    periods: readonly [before: Period, after: Period],
    limit: number,
  ): Promise<Comparison>;
  /** Edges whose quote has words that begin with all words of `text`, latest first, each quote once. */
  searchQuotes(text: string, options: GraphFilter & { readonly limit: number }): Promise<readonly QuoteHit[]>;
  /** Entities that have, for each word of `text`, a word in their names that begins with it; best first (search.ts). */
  search(
    text: string,
    options: { limit: number; labels?: readonly EntityLabel[] },
  ): Promise<readonly SearchHit[]>;
  /**
   * Read-only Cypher. Writing is refused with READ_ONLY, by the engine; so are reading files and managing the server.
   * Sees everything that was saved before it began.
   */
  query(
    cypher: string,
    parameters: Readonly<Record<string, unknown>>,
    limits: QueryLimits,
  ): Promise<QueryResult>;
  /**
   * Everything, nodes (entities, then statements) before edges, each sorted by id. With a filter the edges between entities
   * that pass it, with their ends, speakers and statements.
   */
  stream(filter?: GraphFilter): AsyncIterable<StoredItem>;
  /** Those of these entities and statements that there are, sorted by id. */
  lookUp(ids: readonly string[]): Promise<readonly Exclude<StoredItem, { kind: 'edge' }>[]>;
  stats(): Promise<Stats>;
  schema(): Promise<Schema>;
  /** Of nodes and edges, sorted; those that the store keeps for itself are left out. */
  propertyKeys(): Promise<readonly string[]>;
  /** Procedures that a query may call. */
  procedures(): Promise<readonly Procedure[]>;
  /**
   * Writes everything, as it is now, to one file, while the store is used; restoreEmbedded brings it back. Only the
   * embedded store does so: UNSUPPORTED on Neo4j, which has its own tools.
   */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}

/** What an ingest of any length asks of a store. */
export interface IngestStore extends Pick<
  GraphStore,
  'deleteStatement' | 'getStatement' | 'statementIds' | 'stats' | 'close'
> {
  /** As `save`, of extractions as JSON: they need not be unpacked before they are where the store is. */
  saveTexts(extractions: readonly string[]): Promise<SaveReport>;
}

/** How the drivers differ. A false flag means that using the feature rejects with UNSUPPORTED, naming the flag. */
export interface Capabilities {
  /** Cypher of Neo4j 5 as a whole: label expressions, quantified paths, SHORTEST, full-text DDL. */
  readonly fullCypher: boolean;
  /** Several processes may use the store at once. */
  readonly shared: boolean;
  /** `EXPLAIN` and `PROFILE` return a plan. */
  readonly plan: boolean;
}

export interface SaveReport {
  /** Statements that were new, changed, or already there as they are. */
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly nodes: number;
  readonly edges: number;
  /** The edges by type. */
  readonly relations: Readonly<Record<string, number>>;
}

export interface DecideReport {
  /** Decisions that are new or other than before, and those that are gone. */
  readonly decided: number;
  readonly withdrawn: number;
  /** Statements that were written anew. */
  readonly statements: number;
}

export interface Examples {
  /** By node; sorted by what they tell. */
  readonly edges: ReadonlyMap<string, readonly Edge[]>;
  /** Sorted by id. */
  readonly statements: readonly StatementSummary[];
}

export interface StatementPage {
  readonly limit: number;
  readonly offset?: number;
  /** The last statement of the page before. */
  readonly after?: Pick<Statement, 'id' | 'date'>;
  /** Only statements with an edge that passes. */
  readonly filter?: GraphFilter;
}
export interface Listing<T> {
  readonly items: readonly T[];
  readonly total: number;
}
export type StatementSummary = Omit<Statement, 'text' | 'origin'> & {
  readonly edges: number;
  readonly length: number;
};

export interface NeighbourOptions extends GraphFilter {
  readonly limit: number;
}

export interface SubgraphFilter extends GraphFilter {
  /** Most edges to return. */
  readonly limit: number;
  /** Only what lies within `depth` steps of a node, nearer edges first. */
  readonly around?: { readonly id: string; readonly depth: number };
}

export type { TieCount, TieRef };
export interface EdgeRef extends TieRef {
  readonly id: string;
}

/** Part of the graph, with what was left out. */
export interface Subgraph {
  readonly nodes: readonly EntityNode[];
  readonly edges: readonly Edge[];
  /** Edges that passed the filter in all; more than `edges.length` when it was cut. */
  readonly totalEdges: number;
  /** Dates of the edges' statements by id, where they have one: an edge without a date of its own is dated by it. */
  readonly stated: Readonly<Record<string, string>>;
}

/** Some of a node's neighbours. */
export interface Expansion extends Subgraph {
  /** Neighbours that pass the filter in all. */
  readonly totalNodes: number;
}

export interface SearchHit {
  readonly id: string;
  readonly label: EntityLabel;
  readonly name: string;
  /** The name or alias that matched. */
  readonly matched: string;
  readonly score: number;
}

export interface QueryLimits {
  readonly maxRows: number;
  /** Most bytes of JSON in `rows`; MAX_RESULT_BYTES unless told, and never more. A row that passes it is left out. */
  readonly maxBytes?: number;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** Largest result of a query, in characters of JSON: both ends of a connection hold it in memory. */
export const MAX_RESULT_BYTES = 64 * 2 ** 20;

/**
 * A value of Cypher as plain JSON: nodes, relationships and paths as below, integers as numbers (as strings beyond 2^53),
 * temporal values and non-finite numbers as text.
 */
export type CypherValue = unknown;
export interface GraphNodeValue {
  readonly kind: 'node';
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
}
export interface GraphEdgeValue {
  readonly kind: 'relationship';
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface GraphPathValue {
  readonly kind: 'path';
  readonly nodes: readonly GraphNodeValue[];
  readonly relationships: readonly GraphEdgeValue[];
}

export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CypherValue[])[];
  /** More rows existed than these. */
  readonly truncated: boolean;
  /** When truncated, by which limit: `maxRows` or `maxBytes`. */
  readonly cut?: 'rows' | 'bytes';
  readonly ms: number;
}

export type StoredItem =
  /** `mentions`: how many statements mention it. */
  | { readonly kind: 'node'; readonly node: EntityNode; readonly mentions: number }
  | { readonly kind: 'statement'; readonly statement: Statement }
  | { readonly kind: 'edge'; readonly edge: Edge };

export interface Stats {
  readonly statements: number;
  readonly nodes: Readonly<Record<string, number>>;
  readonly edges: Readonly<Record<string, number>>;
}

export interface Procedure {
  readonly name: string;
  /** Its arguments and what it gives, as the database writes them. */
  readonly signature: string;
}

export interface Schema {
  readonly labels: readonly string[];
  readonly relationshipTypes: readonly string[];
  readonly propertyKeys: readonly string[];
}
