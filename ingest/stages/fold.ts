import type { Relation } from '../../graph/model.ts';
import type { Predicate } from './match.ts';

const COOPERATION = new Set<Relation>(['MET_WITH', 'SUPPORTS', 'COOPERATES_WITH', 'AIDS', 'YIELDS_TO']);
const DEEDS = new Set<Relation>(['PROTESTS', 'SANCTIONS', 'MOBILIZES_AGAINST', 'COERCES', 'ATTACKS']);

/**
 * The one type of a relation with its mood, as PLOVER's codebook has it: cooperation still to come is AGREE and a hostile
 * deed still to come THREATEN; cooperation denied is REJECT and a hostile deed ended YIELD.
 */
export function fold(
  p: Pick<Predicate, 'frame' | 'modality' | 'clause' | 'negated' | 'ultimatum'>,
): Relation | null {
  const { relation } = p.frame;
  if (relation === null || relation === 'DISCUSSES') return null;
  if (p.negated) return denied(relation);
  // `may have attacked`: not to come.
  const future =
    (p.modality === 'intended' || p.modality === 'hypothetical') &&
    !p.clause?.verb.perfect &&
    !isDecided(p.clause);
  // `will leave unless …` is a threat, whatever it is to be.
  if (future && p.ultimatum) return 'THREATENS';
  if (future && COOPERATION.has(relation)) return 'AGREES_WITH';
  if (future && DEEDS.has(relation)) return 'THREATENS';
  return relation;
}

/** `decided to lift sanctions`: the decision is the deed. */
const isDecided = (clause: Predicate['clause']): boolean =>
  clause?.link === 'inf' && clause.parent?.verb.lemma === 'decide' && clause.parent.verb.modal === undefined;

function denied(relation: Relation): Relation | null {
  if (DEEDS.has(relation)) return 'YIELDS_TO';
  return COOPERATION.has(relation) || relation === 'AGREES_WITH' ? 'REJECTS' : null;
}
