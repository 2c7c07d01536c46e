import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type {
  AnalysisAnswer,
  EvidenceAnswer,
  MatrixAnswer,
  MatrixSubject,
  PathsAnswer,
} from '../../server/contract.ts';
import type { Selection, View } from '../state/view/view.ts';
import type { Params } from './client.ts';
import { get } from './client.ts';
import { filterOf } from './queries.ts';

/** Asks what is computed on all that passes the view's filters; the last answer stays until the next one is there. */
function useComputed<T>(path: string, view: View, params: Params, enabled = true) {
  const query = { ...params, ...filterOf(view) };
  // An empty list would ask for everything.
  const nothing = view.types?.length === 0 || view.labels?.length === 0;
  return useQuery({
    queryKey: ['computed', path, query],
    queryFn: ({ signal }) => get<T>(path, query, signal),
    enabled: enabled && !nothing,
    placeholderData: keepPreviousData,
  });
}

export const useMatrix = (view: View, on: MatrixSubject) =>
  useComputed<MatrixAnswer>('/api/matrix', view, { on });

export const usePaths = (view: View, source: string, target: string) =>
  useComputed<PathsAnswer>('/api/paths', view, { source, target }, source !== '' && target !== '');

export const useAnalysis = (view: View, blocs: number) =>
  useComputed<AnalysisAnswer>('/api/analysis', view, { blocs });

type Pair = Extract<Selection, { kind: 'pair' }>;
export const useEvidence = (view: View, { source, target, directed }: Pair) =>
  useComputed<EvidenceAnswer>('/api/evidence', view, {
    source,
    target,
    direction: directed ? 'out' : 'both',
  });
