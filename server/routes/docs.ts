import { Router } from 'express';
import type { OpenApi } from '../openapi/document.ts';
import { docsPage } from '../openapi/page.ts';

/** The API's own description, for programs and for people. It holds no data, so it needs no token. */
export function docsRoutes(document: OpenApi): Router {
  const page = docsPage(document);
  const router = Router();
  router.get('/openapi.json', (_request, response) => {
    response.json(document);
  });
  router.get('/docs', (_request, response) => {
    response.type('html').send(page);
  });
  return router;
}
