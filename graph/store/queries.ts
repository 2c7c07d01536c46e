/**
 * All Cypher that both drivers run: the subset that both dialects answer alike. Values are parameters; labels and types
 * are interpolated, and come from the ontology alone (records.ts checks them).
 */
import { EDGE_TYPES, ENTITY_LABELS } from '../model.ts';
import type { EdgeType, EntityLabel } from '../model.ts';
import type { Scan } from './backend.ts';

/** Every type, spelled out: lets Neo4j use the index that each type has. */
const ANY_EDGE = EDGE_TYPES.join('|');

/** Between entities: what a graph shows. MENTIONS and ISSUED join statements and come with getStatement. */
export const ENTITY_EDGES: readonly EdgeType[] = EDGE_TYPES.filter((t) => t !== 'MENTIONS' && t !== 'ISSUED');

const EDGE_COLUMNS = 'type(r) AS type, a.id AS source, b.id AS target, properties(r) AS properties';
const NODE_COLUMNS = 'labels(n) AS labels, properties(n) AS properties';

// Reading

export const ENTITY = `MATCH (n:Entity {id: $id}) RETURN ${NODE_COLUMNS}`;
export const ENTITIES = `UNWIND $ids AS id MATCH (n:Entity {id: id}) RETURN ${NODE_COLUMNS}`;
export const EDGE = `MATCH (a)-[r:${ANY_EDGE} {id: $id}]->(b) RETURN ${EDGE_COLUMNS}`;
export const STATEMENT = 'MATCH (s:Statement {id: $id}) RETURN properties(s) AS properties';
export const STATEMENT_EDGES = `MATCH (a)-[r:${ANY_EDGE} {statement: $id}]->(b) RETURN ${EDGE_COLUMNS} ORDER BY r.id`;

export const STATEMENT_IDS = 'MATCH (s:Statement) RETURN s.id AS id ORDER BY id';
export const STATEMENTS_OF =
  'UNWIND $ids AS id MATCH (s:Statement {id: id}) RETURN properties(s) AS properties';
export const EDGES_OF_STATEMENTS = `
  MATCH (a)-[r:${ANY_EDGE}]->(b) WHERE r.statement IN $ids
  RETURN r.statement AS statement, ${EDGE_COLUMNS}`;
export const DIGESTS_AFTER = `
  MATCH (s:Statement) WHERE s.id > $after
  WITH s ORDER BY s.id LIMIT $limit RETURN s.id AS id, s._digest AS digest`;

export const STATEMENT_COUNT = 'MATCH (s:Statement) RETURN count(s) AS total';
/** A page of statements, latest first, undated last, after a place in that order. */
const statementPage = (match: string): string => `
  ${match}
  WHERE $afterDate IS NULL OR coalesce(s.date, '') < $afterDate
    OR (coalesce(s.date, '') = $afterDate AND s.id > $afterId)
  WITH s ORDER BY coalesce(s.date, '') DESC, s.id SKIP $offset LIMIT $limit
  RETURN s.id AS id, s.title AS title, s.date AS date, s.source AS source, s.speaker AS speaker, s.kind AS kind,
    s.language AS language, s._edges AS edges, s._length AS length`;
export const STATEMENTS = statementPage('MATCH (s:Statement)');
export const STATEMENTS_AMONG = statementPage('UNWIND $ids AS id MATCH (s:Statement {id: id})');

const types = (list: readonly EdgeType[]): string => list.join('|');

/** Edges by id from known nodes: many times faster than by id alone. */
export const edgesFrom = (type: EdgeType): string => `
  UNWIND $rows AS row
  MATCH (a:Entity {id: row.source})-[r:${type}]->(b:Entity) WHERE r.id IN row.ids
  RETURN ${EDGE_COLUMNS}`;

export const COUNT_LABELS = ENTITY_LABELS.map(
  (l) => `MATCH (n:${l}) RETURN '${l}' AS name, count(n) AS n`,
).join(' UNION ALL ');
export const PROPERTY_KEYS = 'CALL db.propertyKeys() YIELD propertyKey AS key RETURN key';
/** Type by type: a count of one type is a look-up, of all types a scan. */
export const COUNT_TYPES = EDGE_TYPES.map(
  (t) => `MATCH ()-[r:${t}]->() RETURN '${t}' AS name, count(r) AS n`,
).join(' UNION ALL ');

/** Entities that have, for each word, a word beginning with it; exact names and the best-known ones first. */
export const CANDIDATES = `
  MATCH (n:Entity)
  WHERE all(w IN $words WHERE n._search CONTAINS w) AND any(l IN labels(n) WHERE l IN $labels)
  RETURN n.id AS id, labels(n) AS labels, n.name AS name, n.aliases AS aliases, n._mentions AS mentions
  ORDER BY CASE WHEN n._search STARTS WITH $start THEN 0 ELSE 1 END, mentions DESC, id LIMIT $limit`;

// Columns (columns/load.ts): what filters look at, of everything or of some statements

export const COLUMN_NODES =
  'MATCH (n:Entity) RETURN n.id AS id, labels(n) AS labels, n.name AS name, n.country AS country';
export const NODES_BY_ID = `UNWIND $ids AS id MATCH (n:Entity {id: id})
  RETURN n.id AS id, labels(n) AS labels, n.name AS name, n.country AS country`;
export const columnStatements = (some: boolean): string =>
  `${some ? 'UNWIND $ids AS id MATCH (s:Statement {id: id})' : 'MATCH (s:Statement)'}
  RETURN s.id AS id, s.source AS source, s.date AS date`;
export const columnIssues = (some: boolean): string =>
  `${some ? 'UNWIND $ids AS id MATCH (s:Statement {id: id})' : 'MATCH (s:Statement)'}-[:MENTIONS]->(n:Issue)
  RETURN s.id AS statement, n.id AS issue`;
export const columnEdges = (of: readonly EdgeType[], some: boolean): string => `
  MATCH (a:Entity)-[r:${types(of)}]->(b:Entity)${some ? ' WHERE r.statement IN $ids' : ''}
  RETURN r.id AS id, type(r) AS type, a.id AS source, b.id AS target, r.statement AS statement, r._date AS date,
    r.speaker AS speaker, r.modality AS modality, r.confidence AS confidence, r.quote AS quote`;
export const ALL_STATES = 'MATCH (s:Statement) RETURN s.id AS id, coalesce(s._state, s._digest) AS state';

// Streaming

export const nodePage = (label: End): string =>
  `MATCH (n:${label}) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $limit RETURN ${NODE_COLUMNS}`;
export const ENTITY_SCAN: Scan = {
  of: 'nodes',
  keys: 'MATCH (n:Entity) RETURN id(n) AS own, n.id AS key',
  pages: () => Promise.resolve([nodePage('Entity')]),
};
export const STATEMENT_SCAN: Scan = {
  of: 'nodes',
  keys: 'MATCH (n:Statement) RETURN id(n) AS own, n.id AS key',
  pages: () => Promise.resolve([nodePage('Statement')]),
};
export const edgePage = (type: EdgeType): string => `
  MATCH (a)-[r:${type}]->(b) WHERE r.id > $after
  WITH a, r, b ORDER BY r.id LIMIT $limit RETURN ${EDGE_COLUMNS}`;
export const EDGE_SCAN: Scan = {
  of: 'edges',
  keys: 'MATCH (a)-[r]->(b) RETURN id(r) AS own, r.id AS key',
  // Only of the types that there are: each costs a plan.
  pages: async (read) => {
    const counts = await read(COUNT_TYPES);
    return EDGE_TYPES.filter((type) => counts.some(({ name, n }) => name === type && Number(n) > 0)).map(
      edgePage,
    );
  },
};
export const STATEMENTS_BY_ID = `UNWIND $ids AS id MATCH (n:Statement {id: id}) RETURN ${NODE_COLUMNS}`;

// Saving and removing

export const DIGESTS = `
  UNWIND $ids AS id MATCH (s:Statement {id: id}) RETURN s.id AS id, s._digest AS digest, s.origin AS origin`;
export const SAME_ORIGIN = `
  UNWIND $rows AS row MATCH (s:Statement {_origin: row.key}) WHERE s.id <> row.id
  RETURN DISTINCT s.id AS id, row.id AS successor`;
/** Makes statements and takes their write locks, so that two processes cannot save one of them at the same time. */
export const LOCK_STATEMENTS = `
  UNWIND $ids AS id MERGE (s:Statement {id: id}) SET s._lock = true RETURN s.id AS id, s._digest AS digest`;
/** The same for entities. */
export const LOCK_ENTITIES = `
  UNWIND $ids AS id MERGE (n:Entity {id: id}) SET n._lock = true
  RETURN n.id AS id, n._tally AS tally, labels(n) AS labels`;
export const MENTIONED = `
  UNWIND $ids AS id MATCH (s:Statement {id: id})-[r:MENTIONS]->(n:Entity)
  RETURN n.id AS id, properties(r) AS properties`;
export const DELETE_EDGES = `MATCH ()-[r:${ANY_EDGE}]->() WHERE r.statement IN $ids DELETE r`;
export const DELETE_STATEMENTS = 'UNWIND $ids AS id MATCH (s:Statement {id: id}) DETACH DELETE s';
export const DELETE_ENTITIES = 'UNWIND $ids AS id MATCH (n:Entity {id: id}) DETACH DELETE n';
export const WRITE_STATEMENTS = 'UNWIND $rows AS row MATCH (s:Statement {id: row.id}) SET s = row.properties';
export const WRITE_ORIGINS =
  'UNWIND $rows AS row MATCH (s:Statement {id: row.id}) SET s.origin = row.origin, s._origin = row.key';
export const WRITE_ENTITIES = 'UNWIND $rows AS row MATCH (n:Entity {id: row.id}) SET n = row.properties';
export const writeLabel = (label: EntityLabel): string =>
  `UNWIND $ids AS id MATCH (n:Entity {id: id}) REMOVE n:${ENTITY_LABELS.join(':')} SET n:${label}`;

// Decisions (identity/): who is who

/** One node stands for all decisions: `state` changes with them, and whoever changes them locks it. */
export const DECISIONS_STATE = "MATCH (d:Decisions {id: 'decisions'}) RETURN d._state AS state";
export const LOCK_DECISIONS = "MERGE (d:Decisions {id: 'decisions'}) SET d._lock = true";
export const WRITE_DECISIONS_STATE = "MATCH (d:Decisions {id: 'decisions'}) SET d._state = $state";
export const DECISIONS = 'MATCH (d:Decision) RETURN properties(d) AS properties';
export const WRITE_DECISIONS = 'UNWIND $rows AS row MERGE (d:Decision {id: row.id}) SET d = row.properties';
export const DELETE_DECISIONS = 'UNWIND $ids AS id MATCH (d:Decision {id: id}) DELETE d';
/** Statements that mention an entity by the id under which they were read. */
export const MENTIONING = `
  UNWIND $rows AS row MATCH (s:Statement)-[r:MENTIONS]->(n:Entity {id: row.node})
  WHERE coalesce(r._target, row.node) = row.read RETURN DISTINCT s.id AS id`;
/** What suggestions of who is who look at (candidates.ts). */
export const namesOf = (label: EntityLabel): string => `
  MATCH (n:${label}) RETURN n.id AS id, n.name AS name, n.aliases AS aliases, n._mentions AS mentions, n.country AS country`;
export const PERSON_HOMES = `
  MATCH (a:Person)-[r:REPRESENTS]->(b:Entity)
  RETURN a.id AS id, b.id AS home, b.name AS name, r.role AS role, r.statement AS statement`;
export const BODY_HOMES = `
  MATCH (a:Organization)-[r:LOCATED_IN]->(b:Country)
  RETURN a.id AS id, b.id AS home, b.name AS name, r.role AS role, r.statement AS statement`;
/** Where entities are named: for those that stand in no other edge. */
export const MENTIONS_OF = `
  UNWIND $ids AS id MATCH (a:Statement)-[r:MENTIONS]->(b:Entity {id: id}) RETURN ${EDGE_COLUMNS}`;

/** Entities whose id begins with one of these. */
export const BEARERS = `
  MATCH (n:Entity) WHERE any(p IN $prefixes WHERE n.id STARTS WITH p) RETURN n.id AS id`;
/** Of these entities those that were only made to be locked. */
export const DELETE_UNSAID =
  'UNWIND $ids AS id MATCH (n:Entity {id: id}) WHERE n._tally IS NULL DETACH DELETE n';

/** Which node an end of an edge is. */
export type End = 'Entity' | 'Statement';
/** Rows are lists (source, target, values in the order of `keys`; null for none): databases take those in far faster than maps. */
export const createEdges = (type: EdgeType, source: End, target: End, keys: readonly string[]): string => `
  UNWIND $rows AS row
  MATCH (a:${source} {id: row[0]}) MATCH (b:${target} {id: row[1]})
  CREATE (a)-[r:${type} {${keys.map((key, n) => `${key}: row[${n + 2}]`).join(', ')}}]->(b)
  RETURN count(r) AS n`;

// Set up

export const CONSTRAINTS: readonly string[] = [
  'CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE',
  'CREATE CONSTRAINT statement_id IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE',
];
export const DECISION_CONSTRAINTS: readonly string[] = [
  'CREATE CONSTRAINT decision_id IF NOT EXISTS FOR (n:Decision) REQUIRE n.id IS UNIQUE',
  'CREATE CONSTRAINT decisions_id IF NOT EXISTS FOR (n:Decisions) REQUIRE n.id IS UNIQUE',
];
export const INDEXES: readonly string[] = [
  'CREATE INDEX statement_origin IF NOT EXISTS FOR (n:Statement) ON (n._origin)',
];
