import { isDeeperThan } from '../depth.ts';
import type { Extraction } from '../model.ts';
import { GraphError } from './errors.ts';
import { positionAt } from './position.ts';
import { isEdgeType, isEntityLabel } from './records.ts';

/** An index of Neo4j takes 8,000 bytes. */
const LONGEST_ID = 1000;

/**
 * Refuses an extraction that could not be stored or taken back as a whole.
 * @throws GraphError INVALID naming the statement and what is wrong with it.
 */
export function checkExtraction({ statement, nodes, edges }: Extraction): void {
  const refuse = (what: string): never => {
    throw new GraphError('INVALID', `${statement.id || 'a statement without an id'}: ${what}`);
  };
  if (!statement.id.startsWith('statement:')) refuse('the id of a statement begins with "statement:"');
  // A database keeps UTF-8, which has no half of a surrogate pair: the text would come back changed.
  if (Object.values(statement).some((v) => /\p{Cs}/u.test(v)))
    refuse('the text is not well-formed Unicode (a lone surrogate)');
  if (statement.id.length > LONGEST_ID) refuse(`its id is longer than ${LONGEST_ID} characters`);
  const ids = new Set<string>();
  for (const node of nodes) {
    if (!isEntityLabel(node.label))
      refuse(`node ${node.id} has the label ${String(node.label)}, which is not in the ontology`);
    if (node.id === '' || node.name === '')
      refuse(`node ${node.id || node.name || '?'} needs an id and a name`);
    if (node.id.length > LONGEST_ID)
      refuse(`the id of node ${node.name} is longer than ${LONGEST_ID} characters`);
    if (ids.has(node.id)) refuse(`node ${node.id} is given twice`);
    ids.add(node.id);
  }
  const edgeIds = new Set<string>();
  const mentioned = new Set<string>();
  for (const edge of edges) {
    if (!isEdgeType(edge.type))
      refuse(`edge ${edge.id} has the type ${String(edge.type)}, which is not in the ontology`);
    if (edge.statement !== statement.id) refuse(`edge ${edge.id} belongs to ${edge.statement}`);
    if (edgeIds.has(edge.id)) refuse(`edge ${edge.id} is given twice`);
    for (const end of [edge.source, edge.target]) {
      if (!ids.has(end) && end !== statement.id)
        refuse(`edge ${edge.id} ends at ${end}, which is not among the nodes`);
    }
    edgeIds.add(edge.id);
    if (edge.type === 'MENTIONS') mentioned.add(edge.target);
  }
  for (const id of ids) {
    if (!mentioned.has(id))
      refuse(`node ${id} has no MENTIONS edge; every node needs one from its statement`);
  }
}

const LONGEST_QUERY = 20_000;
const DEEPEST_QUERY = 60;
const DEEPEST_PARAMETER = 60;

/**
 * Refuses a query that the databases' parsers take minutes for, during which nothing can stop them, and parameters that
 * exhaust the stack of whatever reads them.
 * @throws GraphError SYNTAX or INVALID saying what is wrong.
 */
export function checkQuery(cypher: string, parameters: Readonly<Record<string, unknown>>): void {
  if (cypher.trim() === '')
    throw new GraphError('SYNTAX', 'the query is empty', { position: { line: 1, column: 1 } });
  if (cypher.length > LONGEST_QUERY) {
    throw new GraphError(
      'INVALID',
      `the query is longer than ${LONGEST_QUERY} characters: give long lists as parameters`,
    );
  }
  const deep = Object.keys(parameters).find((name) => isDeeperThan(DEEPEST_PARAMETER, parameters[name]));
  if (deep !== undefined)
    throw new GraphError('INVALID', `the parameter ${deep} is nested more than ${DEEPEST_PARAMETER} deep`);
  let depth = 0;
  for (let at = 0; at < cypher.length; at++) {
    const c = cypher.charAt(at);
    if ('([{'.includes(c)) depth++;
    else if (')]}'.includes(c) && depth > 0) depth--;
    if (depth > DEEPEST_QUERY) {
      throw new GraphError('SYNTAX', `the query is nested more than ${DEEPEST_QUERY} deep`, {
        position: positionAt(cypher, at),
      });
    }
  }
}
