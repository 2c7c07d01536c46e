// The package is CommonJS whose names Node cannot see, so they are taken from its default export here, once.
import grafeo from '@grafeo-db/js';
import type { GrafeoDB as Database, QueryResult } from '@grafeo-db/js';

export const GrafeoDB = grafeo.GrafeoDB;
export type { Database, QueryResult };
