import { createHash } from 'node:crypto';
import { byCodeUnit } from '../ids.ts';
import { bearersOf, contradiction, identitiesOf } from '../identity/identities.ts';
import type { Identities } from '../identity/identities.ts';
import { idsOf, problemOf, settled, subjectOf } from '../identity/decisions.ts';
import type { Decision } from '../identity/decisions.ts';
import type { Backend, Row, Run } from './backend.ts';
import { GraphError } from './errors.ts';
import * as q from './queries.ts';
import type { Properties } from './records.ts';

/** Decisions as they were when a transaction began, and the text by which a change is noticed. */
export interface KnownDecisions {
  readonly state: string;
  readonly identities: Identities;
}

/** Reads decisions, and keeps what they come to for as long as they are the same. */
export type ReadDecisions = (run: Run) => Promise<KnownDecisions>;

export function createDecisionReader(): ReadDecisions {
  let known: KnownDecisions = { state: '', identities: identitiesOf([]) };
  return async (run) => {
    const state = await stateIn(run);
    if (state !== known.state) {
      const rows = state === '' ? [] : await run(q.DECISIONS);
      known = { state, identities: identitiesOf(rows.map(toDecision)) };
    }
    return known;
  };
}

const stateIn = async (run: Run): Promise<string> => {
  const state = (await run(q.DECISIONS_STATE))[0]?.['state'];
  return typeof state === 'string' ? state : '';
};

/** Somebody decided while a transaction wrote by what was decided before: it is taken back and begun again. */
class StaleDecisions extends GraphError {
  constructor() {
    super('BUSY', 'decisions about who is who were changed all the while; try again');
  }
}
/** Decisions come by hand: more than a few in a row during one transaction do not happen. */
const TRIES = 5;

/**
 * One transaction in which decisions hold still. Whoever writes an entity has locked it, and whoever decides about it does,
 * too: so at the end either the decisions are those that this began with, or all is taken back and begun again.
 */
export async function writeByDecisions<T>(
  db: Backend,
  reader: ReadDecisions,
  work: (run: Run, known: KnownDecisions) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.write(async (run) => {
        const known = await reader(run);
        const result = await work(run, known);
        if ((await stateIn(run)) !== known.state) throw new StaleDecisions();
        return result;
      });
    } catch (error) {
      if (!(error instanceof StaleDecisions) || tries === TRIES) throw error;
    }
  }
}

/** What was decided anew: given decisions take the place of earlier ones about the same; withdrawn ones are gone. */
export interface DecisionChange {
  readonly before: Identities;
  readonly now: Identities;
  /** Decisions that were not there before as they are now. */
  readonly decided: number;
  readonly withdrawn: number;
}

/**
 * Writes decisions inside a transaction that has locked them.
 * @throws GraphError INVALID when one is wrong in itself or contradicts another.
 */
export async function writeDecisions(
  run: Run,
  given: readonly Decision[],
  withdrawn: readonly Decision[],
): Promise<DecisionChange> {
  for (const decision of [...given, ...withdrawn]) {
    const problem = problemOf(decision);
    if (problem !== undefined) throw new GraphError('INVALID', problem);
  }
  await run(q.LOCK_DECISIONS);
  const before = identitiesOf((await run(q.DECISIONS)).map(toDecision));
  const known = new Map(before.decisions.map((d) => [subjectOf(d), d]));
  const next = new Map(known);
  for (const d of withdrawn) next.delete(subjectOf(d));
  for (const d of settled(given)) next.set(subjectOf(d), d);
  const now = identitiesOf([...next.values()]);
  const problem = contradiction(now);
  if (problem !== undefined) throw new GraphError('INVALID', problem);

  const changed = [...next.values()].filter((d) => text(d) !== text(known.get(subjectOf(d))));
  const gone = [...known].filter(([subject]) => !next.has(subject)).map(([, d]) => d);
  if (gone.length > 0) await run(q.DELETE_DECISIONS, { ids: gone.map(decisionId) });
  if (changed.length > 0) await run(q.WRITE_DECISIONS, { rows: changed.map(toRow) });
  const state = now.decisions.length === 0 ? '' : hash(now.decisions.map(text).join('\n'));
  await run(q.WRITE_DECISIONS_STATE, { state });
  return { before, now, decided: changed.length, withdrawn: gone.length };
}

/** Ids that stand for something else now, with those of the bearers of names that are told apart from now on, or no more. */
export function changedIds({ before, now }: Pick<DecisionChange, 'before' | 'now'>): string[] {
  const named = new Set([...before.decisions, ...now.decisions].flatMap(idsOf));
  const toldApart = [...named].filter((id) => before.isApart(id) !== now.isApart(id));
  return [...named]
    .filter(
      (id) =>
        before.of(id) !== now.of(id) ||
        toldApart.some((name) => id === name || id.startsWith(bearersOf(name))),
    )
    .sort(byCodeUnit);
}

const text = (decision: Decision | undefined): string => JSON.stringify(decision && toProperties(decision));
const hash = (whole: string): string => createHash('sha256').update(whole).digest('hex').slice(0, 32);
const decisionId = (decision: Decision): string => `decision:${hash(subjectOf(decision)).slice(0, 16)}`;

const toProperties = ({ verdict, id, note, ...rest }: Decision): Properties => ({
  verdict,
  of: id,
  other: 'other' in rest ? rest.other : null,
  note: note ?? null,
});
const toRow = (decision: Decision): Row => {
  const id = decisionId(decision);
  return { id, properties: { id, ...toProperties(decision) } };
};

function toDecision(row: Row): Decision {
  const p = row['properties'] as Properties;
  const id = String(p['of']);
  const note = typeof p['note'] === 'string' ? { note: p['note'] } : {};
  const verdict = p['verdict'] as Decision['verdict'];
  return verdict === 'apart' || verdict === 'one'
    ? { verdict, id, ...note }
    : { verdict, id, other: String(p['other']), ...note };
}
