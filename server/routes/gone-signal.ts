import type { Response } from 'express';

/** Fires when the client hangs up before it has its answer: nobody waits for the work any more. */
export function goneSignal(response: Response): AbortSignal {
  const controller = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
