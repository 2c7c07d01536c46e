import type { RequestHandler } from 'express';

/**
 * Cuts off a client that takes nothing of its answer for so long: it would hold a place, and a reading of the store, from
 * all others. Time in which nothing waits to be taken is the server's own and does not count.
 */
export const dropStalled =
  (ms: number): RequestHandler =>
  (_request, response, next) => {
    response.setTimeout(ms, () => {
      if (response.writableLength > 0) response.destroy();
    });
    next();
  };
