import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Response } from 'supertest';
import { PROBLEMS } from '../errors.ts';
import type { ProblemCode } from '../errors.ts';
import { openApi } from '../openapi/document.ts';
import type { Described } from '../openapi/document.ts';

export const DOCUMENT = openApi('test');

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema({ $id: 'api', ...DOCUMENT });

/** The operation that a request goes to; the more literal path first. */
export function operationOf(
  method: string,
  path: string,
): { path: string; described: Described } | undefined {
  const plain = path.replace(/\?.*$/, '').replace(/\/$/, '');
  const found = Object.entries(DOCUMENT.paths)
    .filter(([template]) =>
      new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`).test(plain),
    )
    .sort(([a], [b]) => a.split('{').length - b.split('{').length)
    .find(([, methods]) => method in methods);
  return found && { path: found[0], described: found[1][method]! };
}

/** What an answer has that its description does not promise; nothing when it is as described. */
export function disagreements(method: string, path: string, response: Response): string[] {
  const operation = operationOf(method, path);
  if (!operation) return [`${method} ${path} is not described`];
  const { status } = response;
  const promised = operation.described.responses[String(status)];
  if (!promised) return [`${method} ${path}: ${status} is not described: ${JSON.stringify(response.body)}`];
  const type = response.headers['content-type'];
  const content = Object.entries(promised.content ?? {});
  if (content.length === 0) return type === undefined ? [] : [`${method} ${path}: has a body, ${type}`];
  const media = content.find(([name]) => type === name || type?.startsWith(`${name};`));
  if (!media)
    return [`${method} ${path}: ${status} as ${type}, described are ${content.map(([m]) => m).join(', ')}`];
  if (!media[0].includes('json') || Object.keys(media[1].schema).length === 0) return [];
  const at = ['paths', operation.path, method, 'responses', String(status), 'content', media[0], 'schema'];
  const pointer = at
    .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
    .map(encodeURIComponent)
    .join('/');
  const valid = ajv.validate({ $ref: `api#/${pointer}` }, response.body);
  const faults = valid
    ? []
    : (ajv.errors ?? []).map((e) => `${method} ${path}: ${status}: ${e.instancePath} ${e.message}`);
  return [...faults, ...(status >= 400 ? wrongCode(promised.description, response) : [])];
}

function wrongCode(described: string, response: Response): string[] {
  const { code, status } = response.body as { code: ProblemCode; status: number };
  if (PROBLEMS[code]?.status !== response.status || status !== response.status)
    return [`${code} with ${response.status}`];
  return described.split(', ').includes(code) ? [] : [`${code} is not among ${described}`];
}
