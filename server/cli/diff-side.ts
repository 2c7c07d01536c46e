import { createReadStream, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Item } from '../../graph/diff/item.ts';
import { fromStored } from '../../graph/diff/item.ts';
import { linesOf, readItems } from '../../graph/diff/read.ts';
import { IMAGE } from '../../graph/store/embedded/snapshots.ts';
import { openStore, storeConfigFromEnv } from '../../graph/store/open.ts';
import type { StoreConfig } from '../../graph/store/open.ts';
import type { GraphStore } from '../../graph/store/store.ts';
import { CliError, EXIT } from './failure.ts';
import { httpTarget } from './http-target.ts';
import { openInput } from './io.ts';
import { openOwnStore } from './open-store.ts';

/** One of two graphs to compare. */
export interface DiffSide {
  /** From the beginning, each time. */
  readonly items: () => AsyncIterable<Item>;
  /** When it is a store of this process. */
  readonly store?: GraphStore;
  readonly close: () => Promise<void>;
}

const nothingToClose = async (): Promise<void> => undefined;

/**
 * What the word on the command line means: `store` (the one of the environment), an address of a server or of a Neo4j, a
 * folder with an embedded store, a file, or `-` for standard input.
 */
export async function openSide(name: string): Promise<DiffSide> {
  if (/^https?:\/\//.test(name)) {
    const target = httpTarget(name, process.env['ENTENTE_TOKEN']);
    const items = (): AsyncIterable<Item> => readItems(linesOf(target.export('jsonl', 'edges', {})));
    return { items, close: () => target.close() };
  }
  if (name === 'store') return sideOf(await openOwnStore());
  if (/^(?:bolt|neo4j)(?:\+s|\+ssc)?:\/\//.test(name))
    return sideOf(await openStore(storeConfigFromEnv({ ...process.env, NEO4J_URI: name })));
  if (name === '-') {
    const all: string[] = [];
    for await (const line of linesOf(await openInput('-'))) all.push(line);
    return { items: () => readItems(each(all)), close: nothingToClose };
  }
  if (!existsSync(name))
    throw new CliError(
      `there is no ${name}: name a file that \`entente export\` wrote, a data folder, a server's or Neo4j's address, or \`store\``,
      EXIT.usage,
    );
  if (statSync(name).isDirectory()) return sideOf(await openFolder(name));
  return { items: () => named(name, readItems(linesOf(createReadStream(name)))), close: nothingToClose };
}

async function openFolder(path: string): Promise<GraphStore> {
  // Opening would make one.
  if (!existsSync(join(path, IMAGE))) throw new CliError(`the folder ${path} holds no store`, EXIT.usage);
  const config: StoreConfig = { kind: 'embedded', path };
  return openOwnStore(config);
}

const sideOf = (store: GraphStore): DiffSide => ({
  items: () => stored(store),
  store,
  close: () => store.close(),
});

async function* stored(store: GraphStore): AsyncGenerator<Item> {
  for await (const item of store.stream()) yield fromStored(item);
}

async function* each<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list;
}

/** Says of which file it is true. */
async function* named(path: string, items: AsyncIterable<Item>): AsyncGenerator<Item> {
  try {
    yield* items;
  } catch (error) {
    throw new CliError(`${path}: ${error instanceof Error ? error.message : String(error)}`, EXIT.usage);
  }
}
