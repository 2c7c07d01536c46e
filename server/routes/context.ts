import type { Logger } from 'pino';
import type { GraphStore } from '../../graph/store/store.ts';
import type { Compute } from '../compute/compute.ts';
import type { HealthMonitor } from '../health.ts';
import type { ExtractionService } from '../pool/extractor-pool.ts';
import type { FileReading } from '../reading/reading.ts';

/** What the routes are given; none of them knows which store or which extractor it is. */
export interface Context {
  readonly store: GraphStore;
  readonly extractor: ExtractionService;
  readonly compute: Compute;
  readonly reading: FileReading;
  readonly health: HealthMonitor;
  readonly log: Logger;
  readonly version: string;
}
