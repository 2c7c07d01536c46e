/** Every route: what it takes, as it is validated, what it answers, and how it fails. */
import type { z } from 'zod';
import { FORMATS } from '../../graph/export/formats.ts';
import type { ProblemCode } from '../errors.ts';
import { graphFilter } from '../filter-query.ts';
import * as ask from '../schemas.ts';
import * as computed from './analysis-answers.ts';
import * as answer from './answers.ts';
import { diffAnswer } from './diff-answers.ts';
import * as merges from './merge-answers.ts';

export interface Operation {
  readonly method: 'get' | 'post' | 'delete';
  /** As express matches it: `/api/nodes/:id`. */
  readonly path: string;
  readonly tag: 'Reading' | 'Statements' | 'Analysis' | 'Who is who' | 'Taking away' | 'Server';
  readonly summary: string;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** What success looks like; nothing for an empty answer, media types for files and streams. */
  readonly answers: {
    readonly status: 200 | 201 | 202 | 204;
    readonly schema?: z.ZodType;
    readonly media?: readonly string[];
  };
  /** Beside those that every route can answer. */
  readonly fails: readonly ProblemCode[];
}

/** Whatever is asked: the server may be busy, the database away, the token wrong, a parameter unknown. */
export const EVERYWHERE: readonly ProblemCode[] = [
  ...(['UNAUTHORIZED', 'FORBIDDEN_HOST', 'TOO_MANY_REQUESTS', 'INTERNAL', 'UNAVAILABLE'] as const),
  ...(['BUSY', 'INVALID_REQUEST'] as const),
];
const SENDING: readonly ProblemCode[] = [
  ...(['INVALID_JSON', 'FORBIDDEN_ORIGIN', 'TOO_LARGE', 'MEDIA_TYPE'] as const),
];
const REJECTED: readonly ProblemCode[] = [
  ...(['REJECTED_EMPTY', 'REJECTED_BINARY', 'REJECTED_LANGUAGE', 'REJECTED_TOO_LONG'] as const),
  ...(['REJECTED_INVALID', 'EXTRACTION_TIMEOUT', 'BUSY'] as const),
];
const QUERYING: readonly ProblemCode[] = [
  ...(['SYNTAX', 'INVALID', 'READ_ONLY', 'UNSUPPORTED', 'TIMEOUT', 'BUSY'] as const),
];
const FILES = [...new Set(Object.values(FORMATS).map((f) => f.mediaType)), 'text/csv; charset=utf-8'];

export const OPERATIONS: readonly Operation[] = [
  {
    ...{ method: 'get', path: '/health', tag: 'Server' },
    summary: 'Is the server there, and its database? 200 while the process lives.',
    answers: { status: 200, schema: answer.health },
    fails: [],
  },
  {
    ...{ method: 'get', path: '/api/schema', tag: 'Server' },
    summary: 'The ontology, and how much of it the store holds',
    answers: { status: 200, schema: answer.schemaInfo },
    fails: [],
  },
  {
    ...{ method: 'get', path: '/api/graph', tag: 'Reading' },
    summary: 'The best-attested part of the graph that passes the filter',
    query: ask.graphQuery,
    answers: { status: 200, schema: answer.graphPart },
    fails: [],
  },
  {
    ...{ method: 'get', path: '/api/nodes/:id', tag: 'Reading' },
    summary: 'A node',
    answers: { status: 200, schema: answer.nodeDetail },
    fails: ['NOT_FOUND'],
  },
  {
    ...{ method: 'get', path: '/api/nodes/:id/neighbors', tag: 'Reading' },
    summary: 'A node, its edges to other entities, most confident first, and their other ends',
    query: ask.neighboursQuery,
    answers: { status: 200, schema: answer.graphPart },
    fails: ['NOT_FOUND'],
  },
  {
    ...{ method: 'get', path: '/api/edges', tag: 'Reading' },
    summary: 'Edges that pass the filter, by id, page by page',
    query: ask.edgesQuery,
    answers: { status: 200, schema: answer.edgeList },
    fails: [],
  },
  {
    ...{ method: 'get', path: '/api/quotes', tag: 'Reading' },
    summary: 'Edges that pass the filter and whose quote has these words, latest first',
    query: ask.quotesQuery,
    answers: { status: 200, schema: computed.quoteResult },
    fails: [],
  },
  {
    ...{ method: 'get', path: '/api/edges/:id', tag: 'Reading' },
    summary: 'An edge with all that is needed to show its evidence',
    answers: { status: 200, schema: answer.edgeDetail },
    fails: ['NOT_FOUND'],
  },
  {
    ...{ method: 'get', path: '/api/search', tag: 'Reading' },
    summary: 'Nodes by name or alias, best first',
    query: ask.searchQuery,
    answers: { status: 200, schema: answer.searchResult },
    fails: [],
  },
  {
    ...{ method: 'post', path: '/api/cypher', tag: 'Reading' },
    summary: 'Read-only Cypher, capped in rows, bytes and time; hanging up stops it',
    body: ask.cypherRequest,
    answers: { status: 200, schema: answer.cypherResponse },
    fails: [...SENDING, ...QUERYING],
  },
  {
    ...{ method: 'get', path: '/api/cypher/schema', tag: 'Reading' },
    summary: 'What an editor of queries completes: names of the store and its procedures',
    answers: { status: 200, schema: answer.cypherSchema },
    fails: [],
  },
  {
    ...{ method: 'get', path: '/api/questions', tag: 'Reading' },
    summary: 'Ready questions of the field as Cypher, with their parameters',
    answers: { status: 200, schema: answer.questionList },
    fails: [],
  },
  {
    ...{ method: 'get', path: '/api/backup', tag: 'Taking away' },
    summary: 'The embedded database as one file, taken while it runs; `entente restore` brings it back',
    answers: { status: 200, media: ['application/octet-stream'] },
    fails: ['UNSUPPORTED', 'DAMAGED'],
  },
  {
    ...{ method: 'get', path: '/api/statements', tag: 'Statements' },
    summary:
      'Statements without their texts, latest first; with a filter those that have an edge which passes',
    query: ask.statementsQuery,
    answers: { status: 200, schema: answer.statementList },
    fails: [],
  },
  {
    ...{ method: 'post', path: '/api/statements', tag: 'Statements' },
    summary: 'Reads a text into the graph',
    body: ask.newStatement,
    answers: { status: 201, schema: answer.savedStatement },
    fails: [...SENDING, ...REJECTED, 'INVALID'],
  },
  {
    ...{ method: 'post', path: '/api/statements/preview', tag: 'Statements' },
    summary: 'Reads a text without saving it',
    body: ask.newStatement,
    answers: { status: 200, schema: answer.statementDetail },
    fails: [...SENDING, ...REJECTED],
  },
  {
    ...{ method: 'post', path: '/api/statements/read', tag: 'Statements' },
    summary: 'The statements in a file of any format that is read, none of them saved',
    body: ask.fileToRead,
    answers: { status: 200, schema: answer.fileContent },
    fails: [...SENDING, 'REJECTED_LIMIT', 'BUSY'],
  },
  {
    ...{ method: 'get', path: '/api/statements/:id', tag: 'Statements' },
    summary: 'A statement with what it says',
    answers: { status: 200, schema: answer.statementDetail },
    fails: ['NOT_FOUND'],
  },
  {
    ...{ method: 'delete', path: '/api/statements/:id', tag: 'Statements' },
    summary: 'Removes a statement and takes back what it alone said',
    answers: { status: 204 },
    fails: ['NOT_FOUND', 'FORBIDDEN_ORIGIN'],
  },
  {
    ...{ method: 'post', path: '/api/import', tag: 'Statements' },
    summary: "Takes a graph in: Entente's own as it was, anybody else's marked by the name of its data",
    body: ask.importRequest,
    answers: { status: 200, schema: answer.importReport },
    fails: [...SENDING, 'INVALID'],
  },
  {
    ...{ method: 'post', path: '/api/jobs', tag: 'Statements' },
    summary: 'Reads a batch of texts in the background',
    body: ask.newJob,
    answers: { status: 202, schema: answer.job },
    fails: [...SENDING, 'BUSY'],
  },
  {
    ...{ method: 'get', path: '/api/jobs/:id', tag: 'Statements' },
    summary: 'How far a batch is',
    answers: { status: 200, schema: answer.job },
    fails: ['NOT_FOUND'],
  },
  {
    ...{ method: 'get', path: '/api/jobs/:id/events', tag: 'Statements' },
    summary: 'The same as server-sent events, until it ends',
    answers: { status: 200, media: ['text/event-stream'] },
    fails: ['NOT_FOUND'],
  },
  {
    ...{ method: 'delete', path: '/api/jobs/:id', tag: 'Statements' },
    summary: 'Cancels a batch; what was saved stays',
    answers: { status: 202, schema: answer.job },
    fails: ['NOT_FOUND', 'FORBIDDEN_ORIGIN'],
  },
  {
    ...{ method: 'get', path: '/api/facets', tag: 'Analysis' },
    summary: 'What each value of each field of the filter would let through',
    query: graphFilter,
    answers: { status: 200, schema: computed.facetsAnswer },
    fails: [],
  },
  {
    ...{ method: 'get', path: '/api/timeline', tag: 'Analysis' },
    summary: 'What passes the filter, by year or month',
    query: ask.timelineQuery,
    answers: { status: 200, schema: computed.timelineAnswer },
    fails: [],
  },
  {
    ...{ method: 'get', path: '/api/compare', tag: 'Analysis' },
    summary: 'What changed between two periods, pair by pair',
    query: ask.compareQuery,
    answers: { status: 200, schema: computed.comparisonAnswer },
    fails: [],
  },
  {
    ...{ method: 'get', path: '/api/analysis', tag: 'Analysis' },
    summary: 'Centrality, communities, triads and blocs of what passes the filter',
    query: ask.analysisQuery,
    answers: { status: 200, schema: computed.analysisAnswer },
    fails: ['TIMEOUT', 'BUSY'],
  },
  {
    ...{ method: 'get', path: '/api/matrix', tag: 'Analysis' },
    summary: 'Who stands where on what',
    query: ask.matrixQuery,
    answers: { status: 200, schema: computed.matrixAnswer },
    fails: ['TIMEOUT', 'BUSY'],
  },
  {
    ...{ method: 'get', path: '/api/paths', tag: 'Analysis' },
    summary: 'Shortest ways between two nodes, with the quotes that carry them',
    query: ask.pathsQuery,
    answers: { status: 200, schema: computed.pathsAnswer },
    fails: ['NOT_FOUND', 'TIMEOUT', 'BUSY'],
  },
  {
    ...{ method: 'get', path: '/api/evidence', tag: 'Analysis' },
    summary: 'All that is stated between two nodes, by date',
    query: ask.evidenceQuery,
    answers: { status: 200, schema: computed.evidenceAnswer },
    fails: [],
  },
  {
    ...{ method: 'post', path: '/api/diff', tag: 'Analysis' },
    summary: 'What was added, went and changed between two exports, or one and the graph as it is',
    body: ask.diffRequest,
    answers: { status: 200, schema: diffAnswer },
    fails: SENDING,
  },
  {
    ...{ method: 'get', path: '/api/merges', tag: 'Who is who' },
    summary:
      'Names that may be one person or body, and one that may be several, the surest first, with quotes',
    query: ask.mergesQuery,
    answers: { status: 200, schema: merges.mergeList },
    fails: ['TIMEOUT', 'BUSY'],
  },
  {
    ...{ method: 'get', path: '/api/merges/decisions', tag: 'Who is who' },
    summary: 'What was decided about who is who',
    answers: { status: 200, schema: merges.decisionList },
    fails: [],
  },
  {
    ...{ method: 'post', path: '/api/merges/decisions', tag: 'Who is who' },
    summary: 'Decides that two are the same or different, or that several bear one name; withdraws decisions',
    body: ask.decisionsRequest,
    answers: { status: 200, schema: merges.decideReport },
    fails: [...SENDING, 'INVALID'],
  },
  {
    ...{ method: 'get', path: '/api/merges/file', tag: 'Who is who' },
    summary: 'All decisions as a table with tabs, for others to take in',
    answers: { status: 200, media: ['text/tab-separated-values'] },
    fails: [],
  },
  {
    ...{ method: 'post', path: '/api/merges/file', tag: 'Who is who' },
    summary: 'Takes in such a table',
    body: ask.decisionFile,
    answers: { status: 200, schema: merges.decideReport },
    fails: [...SENDING, 'INVALID'],
  },
  {
    ...{ method: 'get', path: '/api/export', tag: 'Taking away' },
    summary: 'The graph, or the edges that pass a filter with their ends and statements, as a file',
    query: ask.exportQuery,
    answers: { status: 200, media: FILES },
    fails: [],
  },
  {
    ...{ method: 'post', path: '/api/export', tag: 'Taking away' },
    summary: 'What a read-only query finds, as a file',
    body: ask.exportRequest,
    answers: { status: 200, media: FILES },
    fails: [...SENDING, ...QUERYING],
  },
  {
    ...{ method: 'post', path: '/api/export/part', tag: 'Taking away' },
    summary: 'The named nodes and edges, as a file',
    body: ask.partExport,
    answers: { status: 200, media: FILES },
    fails: SENDING,
  },
];
