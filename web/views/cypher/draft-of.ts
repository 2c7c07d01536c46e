import type { Question } from '../../../server/contract.ts';
import type { Draft } from '../../state/console/notebook.ts';

/** A ready question as a query that can be changed, with its parameters as they are proposed. */
export const draftOf = ({ cypher, parameters }: Question): Draft => ({
  cypher: cypher.trim(),
  fields: Object.fromEntries(
    Object.entries(parameters).map(([name, p]) => [name, { type: p.type, text: String(p.default) }]),
  ),
});
