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
  'have hold make give take express voice offer provide launch conduct stage impose announce declare reaffirm reiterate pledge extend convey enjoy maintain begin start continue resume mount wage perform commit do send deliver issue lodge file show render receive pay enter establish reach sign conclude strengthen deepen develop expand highlight underline underscore confirm affirm state'.split(
    ' ',
  ),
);
/** Verbs whose object noun is not asserted by them. */
export const OPAQUE = new Set(
  'propose seek want demand urge request suggest consider avoid prevent reject oppose refuse deny rule threaten call plan prepare stop end halt suspend cancel postpone lift break ban'.split(
    ' ',
  ),
);
