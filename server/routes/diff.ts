import { Router } from 'express';
import { NotInOrder, cutDiff, diff } from '../../graph/diff/diff.ts';
import type { Item } from '../../graph/diff/item.ts';
import { fromStored, inOrder } from '../../graph/diff/item.ts';
import { linesOf, readItems } from '../../graph/diff/read.ts';
import type { GraphStore } from '../../graph/store/store.ts';
import { ApiError } from '../errors.ts';
import { diffRequest } from '../schemas.ts';
import type { DiffAnswer } from '../contract.ts';
import type { Context } from './context.ts';

/** POST /api/diff: two exports, or one and the graph as it is now. */
export function diffRoutes({ store }: Context): Router {
  const router = Router();
  router.post('/diff', async (request, response) => {
    const { before, after, limit } = diffRequest.parse(request.body);
    const sides = [sideOf('before', before, store), sideOf('after', after, store)] as const;
    const found = await diff(sides[0](), sides[1]()).catch(async (error: unknown) => {
      if (!(error instanceof NotInOrder)) throw error;
      const [a, b] = [await sorted(sides[0]()), await sorted(sides[1]())];
      return diff(each(a), each(b));
    });
    response.json(cutDiff(found, limit) satisfies DiffAnswer);
  });
  return router;
}

type Given = { readonly content: string } | { readonly store: true };

function sideOf(name: string, given: Given, store: GraphStore): () => AsyncGenerator<Item> {
  return async function* () {
    if ('store' in given) {
      for await (const item of store.stream()) yield fromStored(item);
      return;
    }
    try {
      yield* readItems(linesOf(each([given.content])));
    } catch (error) {
      throw new ApiError(
        'INVALID_REQUEST',
        `${name}: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  };
}

async function sorted(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all.sort(inOrder);
}

async function* each<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list;
}
