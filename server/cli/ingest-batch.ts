import type { Statement } from '../../graph/model.ts';
import { GraphError } from '../../graph/store/errors.ts';
import type { SaveReport } from '../../graph/store/store.ts';
import { ExtractorBroken } from '../pool/extractor-pool.ts';
import { NOTHING, add } from './batch-report.ts';
import type { BatchReport } from './target.ts';

/** Extractions as they are, or as JSON on their way to where they are saved. */
interface Saver<X> {
  readonly save: (extractions: readonly X[]) => Promise<SaveReport>;
}
interface Extracts<X> {
  readonly extract: (statement: Statement) => Promise<X>;
}

/** Extracts all, then saves all that could be extracted in one go. */
export async function ingestBatch<X>(
  store: Saver<X>,
  extractor: Extracts<X>,
  batch: readonly Statement[],
): Promise<BatchReport> {
  const results = await Promise.allSettled(batch.map((statement) => extractor.extract(statement)));
  const refused: { at: number; problem: string }[] = [];
  const extractions: { at: number; extraction: X }[] = [];
  for (const [at, result] of results.entries()) {
    if (result.status === 'fulfilled') extractions.push({ at, extraction: result.value });
    else if (result.reason instanceof ExtractorBroken) throw result.reason;
    else refused.push({ at, problem: messageOf(result.reason) });
  }
  const saved = await save(store, extractions);
  return { ...saved, refused: [...refused, ...saved.refused].sort((a, b) => a.at - b.at) };
}

async function save<X>(
  store: Saver<X>,
  extractions: readonly { at: number; extraction: X }[],
): Promise<BatchReport> {
  try {
    const { added, replaced, unchanged, edges, relations } = await store.save(
      extractions.map((e) => e.extraction),
    );
    return { added, replaced, unchanged, edges, relations, refused: [] };
  } catch (error) {
    if (!(error instanceof GraphError && error.code === 'INVALID')) throw error;
    const [first, ...others] = extractions;
    if (first && others.length === 0)
      return { ...NOTHING, refused: [{ at: first.at, problem: error.message }] };
    // One of them cannot be stored and took the batch with it: go one by one, so that the others are.
    let report = NOTHING;
    for (const one of extractions) report = add(report, await save(store, [one]));
    return report;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
