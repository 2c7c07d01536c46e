import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import request from 'supertest';
import { openStore } from '../../graph/store/open.ts';
import type { GraphStore } from '../../graph/store/store.ts';
import { createApp } from '../app.ts';
import type { AppOptions } from '../app.ts';
import { wordExtractor } from './word-extractor.ts';

export const tempFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'entente-test-'));

export interface TempStore {
  readonly store: GraphStore;
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** A real embedded store in a folder of its own, gone after `close`. */
export async function openTempStore(): Promise<TempStore> {
  const folder = await tempFolder();
  const store = await openStore({ kind: 'embedded', path: folder });
  const close = async (): Promise<void> => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { store, folder, close };
}

/** The API over a store, asked without a port. */
export const apiOf = (store: GraphStore, options: Partial<AppOptions> = {}): ReturnType<typeof request> =>
  request(createApp({ store, extractor: wordExtractor, log: pino({ level: 'silent' }), ...options }));
