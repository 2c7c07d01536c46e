import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { openStore } from '../../graph/store/open.ts';
import { readStatement } from '../../ingest/index.ts';
import { runCli } from './cli.ts';
import type { Outcome } from './cli.ts';
import { tempFolder } from './temp-store.ts';
import { wordExtractor } from './word-extractor.ts';

export interface Workplace {
  /** A path in the folder. */
  readonly at: (name: string) => string;
  /** What makes the command line keep its data there. */
  readonly env: () => { readonly ENTENTE_DATA: string };
  readonly cli: (args: readonly string[], input?: string | Buffer) => Promise<Outcome>;
  /** Makes a store with one condemnation, whatever the rules of ingest/ read. */
  readonly fill: () => Promise<void>;
}

/** A new folder for each test of the command line, with its data in `data`. */
export function useWorkplace(): Workplace {
  // Each command is a process of its own that reads TypeScript first: seconds on a busy machine.
  vi.setConfig({ testTimeout: 90_000 });
  let folder = '';
  const at = (name: string): string => join(folder, name);
  const env = (): { ENTENTE_DATA: string } => ({ ENTENTE_DATA: at('data') });
  beforeEach(async () => {
    folder = await tempFolder();
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const fill = async (): Promise<void> => {
    const store = await openStore({ kind: 'embedded', path: at('data') });
    await store.save([wordExtractor.extract(readStatement('Iran condemns Cuba.', { title: 'T' }))]);
    await store.close();
  };
  return { at, env, fill, cli: (args, input) => runCli(args, env(), input) };
}
