import type { RequestHandler } from 'express';
import { pino } from 'pino';
import type { Logger } from 'pino';

/** JSON lines on standard error: on a terminal only what went wrong, elsewhere every request; ENTENTE_LOG decides. */
export function createLog(
  level = process.env['ENTENTE_LOG'] ?? (process.stderr.isTTY ? 'warn' : 'info'),
): Logger {
  return pino({ level, base: null, redact: ['err.config'] }, pino.destination({ fd: 2, sync: true }));
}

/** One line a request, without its query string or body: what people ask about is their affair. */
export const requestLog =
  (log: Logger): RequestHandler =>
  (request, response, next) => {
    const start = performance.now();
    const { method, path } = request;
    response.on('close', () => {
      const ms = Math.round(performance.now() - start);
      const level = response.statusCode >= 500 ? 'warn' : 'info';
      log[level](
        { method, path, status: response.statusCode, ms, aborted: !response.writableFinished || undefined },
        'request',
      );
    });
    next();
  };
