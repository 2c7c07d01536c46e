/** What the HTTP API takes and gives. The page imports these types and nothing else of the server. */
import type { FormatName, Table } from '../graph/export/names.ts';
import type { Edge, EdgeType, EntityNode, NodeLabel, Statement } from '../graph/model.ts';
import type { QuoteHit } from '../graph/filter.ts';
import type { RelationSpec, LabelSpec, StructuralSpec } from '../graph/ontology/ontology.ts';
import type { Analysis } from '../graph/analysis/analyse.ts';
import type { Diff } from '../graph/diff/diff.ts';
import type { Suggestion } from '../graph/identity/candidates.ts';
import type { Decision } from '../graph/identity/decisions.ts';
import type { Matrix } from '../graph/analysis/matrix.ts';
import type { Question } from '../graph/questions/questions.ts';
import type {
  Capabilities,
  DecideReport,
  Procedure,
  QueryResult,
  Schema,
  SearchHit,
  StatementSummary,
  Stats,
} from '../graph/store/store.ts';

export type {
  DecideReport,
  Decision,
  Edge,
  EdgeType,
  EntityNode,
  NodeLabel,
  Statement,
  SearchHit,
  StatementSummary,
  RelationSpec,
  LabelSpec,
  StructuralSpec,
  Question,
};
export type {
  Comparison,
  Facet,
  FacetName,
  Facets,
  FacetValue,
  GraphFilter,
  PairChange,
  Period,
  QuoteHit,
  Signs,
  TimeBin,
  Timeline,
} from '../graph/filter.ts';
export type { Relation, EntityLabel, Modality, Why } from '../graph/model.ts';
export type { Analysis, RankedNode } from '../graph/analysis/analyse.ts';
export type { Matrix, MatrixCell, MatrixSubject } from '../graph/analysis/matrix.ts';
export type { ComparedStatement } from '../graph/diff/item.ts';
export type { Change, Counts, EdgeChange, FieldChange } from '../graph/diff/diff.ts';
export type { SignedPair, Triad } from '../graph/analysis/triads.ts';

/** GET /health */
export interface Health {
  readonly status: 'ok' | 'degraded';
  readonly version: string;
  readonly store: {
    readonly kind: 'embedded' | 'neo4j';
    readonly status: 'ok' | 'unavailable';
    readonly detail?: string;
  };
}

/** A statement without its machine-bound origin. */
export type PublicStatement = Omit<Statement, 'origin'>;

/** A bounded part of the graph: GET /api/graph, GET /api/nodes/:id/neighbors */
export interface GraphPart {
  readonly nodes: readonly EntityNode[];
  readonly edges: readonly Edge[];
  readonly totalEdges: number;
  readonly truncated: boolean;
  /** Dates of the edges' statements by id: an edge without a date of its own is dated by it. */
  readonly stated: Readonly<Record<string, string>>;
  /** Neighbours that pass the filter in all: of an expansion by `nodes`. */
  readonly totalNodes?: number;
}

/** POST /api/statements/read: the statements that a file holds, none of them saved, and what of it is not taken. */
export interface FileContent {
  readonly statements: readonly NewStatement[];
  readonly problems: readonly { readonly name: string; readonly problem: string }[];
}
/** POST /api/statements */
export interface NewStatement {
  readonly text: string;
  readonly title?: string;
  readonly date?: string;
  readonly source?: string;
  readonly speaker?: string;
  readonly kind?: string;
  readonly url?: string;
  /** SHA-256 of the original in hexadecimal digits. */
  readonly original?: string;
  /** Id of the statement whose words this one repeats; nothing is extracted of it then. */
  readonly repeats?: string;
  /** Where it was read from; a statement with the same origin and other words replaces the one stored before. */
  readonly origin?: string;
}
/** 201 of POST /api/statements, with `Location` */
export interface SavedStatement extends StatementWithGraph {
  readonly id: string;
  /** What saving did: the same statement sent again is `unchanged`. */
  readonly outcome: 'added' | 'replaced' | 'unchanged';
}
/** 200 of GET /api/statements/:id */
export interface StatementWithGraph {
  readonly statement: PublicStatement;
  readonly graph: { readonly nodes: readonly EntityNode[]; readonly edges: readonly Edge[] };
}
/** GET /api/statements?limit=&cursor= */
export interface StatementList {
  readonly items: readonly StatementSummary[];
  readonly total: number;
  readonly limit: number;
  readonly offset: number;
  /** Cursor of the next page, when there is one. */
  readonly next?: string;
}
/** GET /api/edges?limit=&cursor= */
export interface EdgeList {
  readonly items: readonly Edge[];
  /** The ends of these edges. */
  readonly nodes: readonly EntityNode[];
  readonly total: number;
  readonly next?: string;
}
/** GET /api/edges/:id */
export interface EdgeDetail {
  readonly edge: Edge;
  readonly source: EntityNode | null;
  readonly target: EntityNode | null;
  readonly speaker: EntityNode | null;
  readonly statement: PublicStatement;
}
/** GET /api/nodes/:id */
export interface NodeDetail {
  readonly node: EntityNode;
  /** Names that decisions of identity made its own, if there are any, with the ids under which they are read. */
  readonly merged?: readonly { readonly id: string; readonly name: string }[];
}
/** GET /api/analysis: measures of every tie that passes the filter, and the nodes that they name. */
export interface AnalysisAnswer {
  readonly analysis: Analysis;
  readonly nodes: readonly EntityNode[];
}
/** GET /api/matrix */
export interface MatrixAnswer {
  readonly matrix: Matrix;
  readonly nodes: readonly EntityNode[];
}
/** One way from node to node. */
export interface Path {
  readonly nodes: readonly string[];
  readonly hops: readonly PathHop[];
}
export interface PathHop {
  readonly source: string;
  readonly target: string;
  /** The best attested ties between the two, in either direction, each with the quotes most surely right. */
  readonly ties: readonly {
    readonly type: EdgeType;
    readonly source: string;
    readonly target: string;
    readonly edges: number;
    readonly quotes: readonly Edge[];
  }[];
}
/** GET /api/paths?source=&target= */
export interface PathsAnswer {
  readonly paths: readonly Path[];
  /** Dates of the statements that are quoted, by id, where they have one. */
  readonly dates: Readonly<Record<string, string>>;
  readonly nodes: readonly EntityNode[];
}
/** GET /api/evidence?source=&target=: what is stated between two nodes, by date. */
export interface EvidenceAnswer {
  readonly edges: readonly Edge[];
  readonly nodes: readonly EntityNode[];
  readonly totalEdges: number;
}
/** A batch being read: 202 of POST /api/jobs, GET /api/jobs/:id, and each event of GET /api/jobs/:id/events. */
export interface Job {
  readonly id: string;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  readonly total: number;
  /** Statements dealt with: those saved, already there and refused. */
  readonly done: number;
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly index: number; readonly title?: string; readonly reason: string }[];
  /** Why it stopped, of a job that failed. */
  readonly reason?: string;
}
/** POST /api/export/part */
export interface PartExport {
  readonly format: FormatName;
  readonly what?: Table;
  readonly nodes: readonly string[];
  readonly edges: readonly Pick<Edge, 'id' | 'type' | 'source' | 'target'>[];
}
/** POST /api/import */
export interface ImportReport {
  readonly dryRun: boolean;
  /** Edges in the file. */
  readonly rows: number;
  /** What can be taken, and was unless this is a dry run. */
  readonly statements: number;
  readonly nodes: number;
  readonly edges: number;
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  /** Rows that cannot be taken, at most 1000 of them. */
  readonly problems: readonly { readonly at: string; readonly problem: string }[];
  readonly totalProblems: number;
}
/** POST /api/diff */
export type DiffAnswer = Diff;
/** GET /api/merges: who may be who, the surest first. */
export interface MergeList {
  readonly items: readonly MergeSuggestion[];
  readonly total: number;
  /** Those that may be one, and what stands at the other ends of the quoted edges. */
  readonly nodes: readonly EntityNode[];
}
export interface MergeSuggestion extends Suggestion {
  /** What is said of each; of one that may be several, of it. */
  readonly sides: readonly MergeEvidence[];
}
export interface MergeEvidence {
  readonly id: string;
  /** Statements that mention it. */
  readonly mentions: number;
  /** With title and date of their statements. */
  readonly quotes: readonly { readonly edge: Edge; readonly title?: string; readonly date?: string }[];
}
/** GET /api/merges/decisions */
export interface DecisionList {
  readonly decisions: readonly Decision[];
  /** Those of the named nodes that are in the graph under their own ids. */
  readonly nodes: readonly EntityNode[];
}
/** GET /api/search?q=&limit=&labels= */
export interface SearchResult {
  readonly hits: readonly SearchHit[];
}
/** GET /api/quotes?q= */
export interface QuoteResult {
  readonly hits: readonly QuoteHit[];
}
/** GET /api/schema: the ontology, and what the store holds of it. */
export interface SchemaInfo {
  readonly labels: Readonly<Record<string, LabelSpec>>;
  readonly relations: Readonly<Record<string, RelationSpec>>;
  readonly structural: Readonly<Record<string, StructuralSpec>>;
  readonly stats: Stats;
  readonly propertyKeys: readonly string[];
  /** Region of each country by its ISO 3166-1 alpha-3 code. */
  readonly regions: Readonly<Record<string, string>>;
}
/** GET /api/questions: the shelf of ready questions. */
export interface QuestionList {
  readonly questions: readonly Question[];
}
/** GET /api/cypher/schema: what an editor of queries completes. */
export interface CypherSchema extends Schema {
  readonly kind: 'embedded' | 'neo4j';
  readonly capabilities: Capabilities;
  readonly procedures: readonly Procedure[];
}
/** POST /api/cypher */
export interface CypherRequest {
  readonly query: string;
  readonly params?: Readonly<Record<string, unknown>>;
  /** Most rows to return, 1..10000; 1000 unless told. */
  readonly maxRows?: number;
  /** Most bytes of JSON in the rows, up to 64 MB; 16 MB unless told. */
  readonly maxBytes?: number;
  /** Time limit, 1..60000 ms; 10000 unless told. */
  readonly timeoutMs?: number;
  /** Whether the answer has a graph beside the rows. */
  readonly graph?: boolean;
}
export interface CypherResponse extends QueryResult {
  /** Where asked for: nodes and edges found among the values, in the model's terms, with the edges' ends. */
  readonly graph?: { readonly nodes: readonly EntityNode[]; readonly edges: readonly Edge[] };
}
export type GraphResponse = CypherResponse & Required<Pick<CypherResponse, 'graph'>>;
/** RFC 9457, with our `code` and, for broken Cypher, where. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly position?: { readonly line: number; readonly column: number };
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}
