import type { Relation } from '../../graph/model.ts';

/** Verbs and relations that the matching of frames treats alike. */

/** Relations whose target may be an issue or an event. */
export const STANCES = new Set([
  'SUPPORTS',
  'CONDEMNS',
  'REJECTS',
  'DISCUSSES',
  'AGREES_WITH',
  'PROTESTS',
  'CALLS_ON',
  'THREATENS',
  'YIELDS_TO',
]);
/** Stances that may be about a thing which only the sentence names. */
export const COINING = new Set(['SUPPORTS', 'CONDEMNS', 'REJECTS', 'DISCUSSES', 'AGREES_WITH', 'CALLS_ON']);
/** Relations that happen somewhere: a place in their target slot stands for its country. */
export const ON_THE_GROUND = new Set([
  'ATTACKS',
  'MOBILIZES_AGAINST',
  'AIDS',
  'YIELDS_TO',
  'COERCES',
  'SANCTIONS',
  'MET_WITH',
]);
export const GUILTY = new Set(['responsible', 'guilty', 'complicit', 'culpable']);
export const THANKS = new Set([
  'thank',
  'praise',
  'commend',
  'congratulate',
  'applaud',
  'appreciate',
  'salute',
  'hail',
]);
/** Verbs that add nothing to the noun they govern: `hold talks`, `voice concern`. */
export const LIGHT = new Set(
  'renew undertake restart reopen carry have hold make give take express voice offer provide launch conduct stage impose announce declare reaffirm reiterate pledge extend convey enjoy maintain begin start continue resume mount wage perform commit do send deliver issue lodge file show render receive pay enter establish reach sign conclude strengthen deepen develop expand highlight underline underscore confirm affirm state'.split(
    ' ',
  ),
);
/** Verbs that end what their object names: `lifted the blockade`, `suspended aid`. */
export const ENDING = new Set(
  'lift end halt suspend cancel stop cease drop revoke repeal rescind remove ease relax abolish abandon discontinue terminate cut scrap withdraw reverse overturn waive loosen reduce freeze break scale curtail'.split(
    ' ',
  ),
);
/** Nouns that end what their `of` names: `suspension of aid`, `lifting of the embargo`. */
export const ENDS = new Set(
  'suspension end halt cessation lifting removal easing termination cancellation cut reduction withdrawal freeze relaxation abolition repeal revocation halting ending'.split(
    ' ',
  ),
);
/** What it is to end a relation: a hostile deed is given up, cooperation is refused or punished. */
export const ENDED: Readonly<Partial<Record<Relation, Relation>>> = {
  PROTESTS: 'YIELDS_TO',
  SANCTIONS: 'YIELDS_TO',
  MOBILIZES_AGAINST: 'YIELDS_TO',
  COERCES: 'YIELDS_TO',
  ATTACKS: 'YIELDS_TO',
  AIDS: 'SANCTIONS',
  COOPERATES_WITH: 'SANCTIONS',
  MET_WITH: 'REJECTS',
  AGREES_WITH: 'REJECTS',
};
/** Nouns that measure what follows their `of`: `tons of wheat`, `a series of attacks`. */
export const MEASURES = new Set(
  'day week month kg kilogram kilo litre gallon barrel number group series batch package worth ton tonne kilo dollar euro pound million billion hundred thousand dozen score lot part piece wave round load amount range couple pair majority handful host list set form kind type sort act string barrage total quantity volume shipment consignment delivery contingent truck lorry tens dozens scores hundreds thousands millions'.split(
    ' ',
  ),
);
/** Nouns that say little without the noun before them: `ceasefire agreement`, `aid package`, `curfew hours`. */
export const GENERIC = new Set(
  'agreement deal pact accord package programme program shipment delivery order hour measure regime effort operation mission campaign call warning force law plan act activity exercise attack strike worker item material'.split(
    ' ',
  ),
);
/** Verbs whose object noun is not asserted by them. */
export const OPAQUE = new Set(
  'propose seek want demand urge request suggest consider avoid prevent reject oppose refuse deny rule threaten call plan prepare stop end halt suspend cancel postpone lift break ban'.split(
    ' ',
  ),
);
