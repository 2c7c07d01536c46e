import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';

/** The built page: hashed assets are cached for good, index.html never, and a page's own routes get index.html. */
export function pageRoutes(folder: string): Router {
  const router = Router();
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), {
      immutable: true,
      maxAge: '365d',
      index: false,
      fallthrough: true,
    }),
  );
  router.use(express.static(folder, { index: false, maxAge: '1h' }));
  router.get(/^\/(?!api(\/|$)|health$|assets\/)[^.]*$/, (request, response, next) => {
    if (!request.accepts('html')) return next();
    if (!existsSync(join(folder, 'index.html'))) {
      return response
        .status(404)
        .type('text')
        .send('The page is not built: run `npm run build`. The API is at /api, see docs/api.md.\n');
    }
    // By root: a whole path would be refused for a dot in it, and npx keeps packages below ~/.npm.
    return response.set('Cache-Control', 'no-cache').sendFile('index.html', { root: folder });
  });
  return router;
}
