import { createHash } from 'node:crypto';
import { subjectOf } from '../identity/decisions.ts';
import type { Decision } from '../identity/decisions.ts';
import { GraphError } from './errors.ts';
import type { GraphStore, StoredItem } from './store.ts';

export interface CopyProgress {
  readonly done: number;
  readonly total: number;
}
export interface CopyReport {
  /** Statements of the source; how many of them this run wrote, the others were there already. */
  readonly statements: number;
  readonly written: number;
  readonly nodes: number;
  readonly edges: number;
  /** SHA-256 of everything in either store, which are the same. */
  readonly hash: string;
}

/** Statements read and written at once. */
const BATCH = 100;
/** Statements whose ids are asked for at once. */
const PAGE = 5000;

/**
 * Copies everything of one store into another, then compares all of both. Each statement is saved whole or not at all, so
 * a copy that was stopped, even killed, goes on where it was when it is run again.
 * @throws GraphError INVALID when the target holds statements that the source lacks, CANCELLED by the signal, INTERNAL
 *   when the two differ at the end (something else wrote to one of them).
 */
export async function copyStore(
  from: GraphStore,
  to: GraphStore,
  { onProgress, signal }: { onProgress?: (p: CopyProgress) => void; signal?: AbortSignal } = {},
): Promise<CopyReport> {
  const [wanted, present] = [await digestsOf(from), await digestsOf(to)];
  const strangers = [...present.keys()].filter((id) => !wanted.has(id));
  if (strangers.length > 0) {
    throw new GraphError(
      'INVALID',
      `the target holds ${strangers.length} statements that the source does not (${strangers[0]}, …), and a copy would mix ` +
        'two graphs: copy into an empty store, or delete those statements first',
    );
  }
  // First, so that statements are written once, by what is decided.
  const [decided, before] = [await from.decisions(), await to.decisions()];
  await to.decide(decided, before.filter(withoutAnswerIn(decided)));
  const missing = [...wanted].filter(([id, digest]) => present.get(id) !== digest).map(([id]) => id);
  const total = wanted.size;
  for (let at = 0; at < missing.length; at += BATCH) {
    if (signal?.aborted) throw new GraphError('CANCELLED', 'the copy was stopped; run it again to go on');
    onProgress?.({ done: total - missing.length + at, total });
    await to.save(await from.savedExtractions(missing.slice(at, at + BATCH)));
  }
  onProgress?.({ done: total, total });
  const [source, target] = [await summary(from), await summary(to)];
  if (source.hash !== target.hash) throw new GraphError('INTERNAL', difference(source, target));
  return { statements: total, written: missing.length, ...source };
}

const withoutAnswerIn = (decided: readonly Decision[]) => {
  const subjects = new Set(decided.map(subjectOf));
  return (decision: Decision): boolean => !subjects.has(subjectOf(decision));
};

async function digestsOf(store: GraphStore): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let after = ''; ;) {
    const page = await store.digests({ after, limit: PAGE });
    for (const { id, digest } of page) found.set(id, digest);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return found;
    after = last.id;
  }
}

interface Summary {
  readonly nodes: number;
  readonly edges: number;
  readonly hash: string;
}

/** Counts and a hash of everything that a store gives out, in its order, which is the same in every store. */
async function summary(store: GraphStore): Promise<Summary> {
  const hash = createHash('sha256');
  const counts: Record<StoredItem['kind'], number> = { node: 0, statement: 0, edge: 0 };
  for await (const item of store.stream()) {
    counts[item.kind]++;
    hash.update(JSON.stringify(item)).update('\n');
  }
  for (const decision of await store.decisions()) hash.update(JSON.stringify(decision)).update('\n');
  return { nodes: counts.node, edges: counts.edge, hash: hash.digest('hex') };
}

const difference = (a: Summary, b: Summary): string =>
  `the copy differs from its source (${a.nodes} nodes and ${a.edges} edges there, ${b.nodes} and ${b.edges} here): ` +
  'something wrote to one of them meanwhile; run it again';
