/** A thread that computes on ties: what is heavy stays off the event loop, and can be ended. */
import { analyse as measure } from '../../graph/analysis/analyse.ts';
import type { Analysis, AnalysisOptions } from '../../graph/analysis/analyse.ts';
import { matrix as tabulate } from '../../graph/analysis/matrix.ts';
import type { Matrix, MatrixOptions } from '../../graph/analysis/matrix.ts';
import { shortestPaths } from '../../graph/analysis/paths.ts';
import type { PathOptions } from '../../graph/analysis/paths.ts';
import type { Candidates, Suggestion } from '../../graph/identity/candidates.ts';
import type { Decision } from '../../graph/identity/decisions.ts';
import { suggest } from '../../graph/identity/suggest.ts';
import type { PackedTies } from './packed-ties.ts';
import { unpackTies } from './packed-ties.ts';

interface On<Options> {
  readonly ties: PackedTies;
  readonly options: Options;
}

export const analyse = ({ ties, options }: On<AnalysisOptions>): Analysis =>
  measure(unpackTies(ties), options);
export const matrix = ({ ties, options }: On<MatrixOptions>): Matrix => tabulate(unpackTies(ties), options);
export const paths = ({ ties, options }: On<PathOptions>): readonly (readonly string[])[] =>
  shortestPaths(unpackTies(ties), options);
export const suggestions = ({
  from,
  decisions,
}: {
  readonly from: Candidates;
  readonly decisions: readonly Decision[];
}): readonly Suggestion[] => suggest(from, decisions);
