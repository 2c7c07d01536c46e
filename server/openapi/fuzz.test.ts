/** Requests made of the description, right and wrong ones: each is answered as described, soon, and tells nothing of the machine. */
import fc from 'fast-check';
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Described } from './document.ts';
import { DOCUMENT, disagreements } from '../testing/described.ts';
import { apiOf, openTempStore } from '../testing/temp-store.ts';
import type { TempStore } from '../testing/temp-store.ts';

const RUNS = Number(process.env['ENTENTE_FUZZ_RUNS'] ?? 25);
const PATIENCE_MS = 15_000;
const LEAKS = /node_modules|\bat \S+ \(|\.tsx?:\d|\/home\/|\/root\/|\/tmp\/|grafeo/;

let temp: TempStore;
let api: ReturnType<typeof apiOf>;
beforeAll(async () => {
  temp = await openTempStore();
  api = apiOf(temp.store);
  await api.post('/api/statements').send({ text: 'Iran condemns Cuba. France supports Japan.' });
});
afterAll(() => temp.close());

type Schema = Readonly<Record<string, unknown>>;
type Method = 'get' | 'post' | 'delete';

const anything = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);
const NASTY = fc.constantFrom(
  ...[
    '',
    '0',
    '-1',
    '1e999',
    'NaN',
    '../../etc/passwd',
    '%00',
    "' OR 1=1 --",
    '{}',
    '[]',
    '🕊',
    '\u202e',
    'A,B,,',
  ],
  ...['country:IRN', 'statement:', '__proto__', 'constructor', 'x'.repeat(5000), '2023-13', '2023-02-31'],
);

/** Values that a schema allows, and now and then ones that it does not. */
function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 5, arbitrary: allowed(schema) },
    { weight: 1, arbitrary: fc.oneof(NASTY, anything) },
  );
}

function allowed(schema: Schema): fc.Arbitrary<unknown> {
  const { type, enum: values, anyOf, minimum, maximum } = schema as { [key: string]: unknown };
  if (Array.isArray(values)) return fc.constantFrom(...(values as unknown[]));
  if (Array.isArray(anyOf)) return fc.oneof(...(anyOf as Schema[]).map(valueOf));
  if (type === 'integer' || type === 'number')
    return fc.integer({ min: Number(minimum ?? 0), max: Math.min(Number(maximum ?? 1000), 2 ** 31 - 1) });
  if (type === 'boolean') return fc.boolean();
  if (type === 'array') return fc.array(valueOf(schema['items'] as Schema), { maxLength: 4 });
  if (type === 'object') return objectOf(schema);
  if (type === 'string') return stringOf(schema);
  return anything;
}

function stringOf({ pattern }: Schema): fc.Arbitrary<string> {
  const free = fc.oneof(fc.string({ maxLength: 60, unit: 'grapheme' }), NASTY);
  return typeof pattern === 'string' ? fc.oneof(fc.stringMatching(new RegExp(pattern)), free) : free;
}

function objectOf(schema: Schema): fc.Arbitrary<object> {
  const properties = Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, Schema>>);
  const model = Object.fromEntries(properties.map(([name, of]) => [name, valueOf(of)]));
  return fc.record(model, { requiredKeys: [] });
}

interface Asked {
  readonly path: string;
  readonly body: unknown;
}

function requests(template: string, { parameters, requestBody }: Described): fc.Arbitrary<Asked> {
  const query = parameters.filter((p) => p.in === 'query').map((p) => [p.name, valueOf(p.schema)] as const);
  const id = fc.oneof(
    fc.constantFrom('country:IRN', 'country:CUB'),
    NASTY,
    fc.string({ minLength: 1, maxLength: 40 }),
  );
  return fc
    .record({
      id,
      query: fc.record(Object.fromEntries(query), { requiredKeys: [] }),
      body: requestBody ? valueOf(requestBody.content['application/json']!.schema) : fc.constant(undefined),
    })
    .map(({ id: chosen, query: given, body }) => {
      const search = new URLSearchParams();
      for (const [name, value] of Object.entries(given)) search.set(name, String(value));
      const path = template.replace(/\{\w+\}/, encodeURIComponent(wellFormed(chosen)) || '-');
      return { path: `${path}${search.size > 0 ? `?${search.toString()}` : ''}`, body };
    });
}

const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '');

async function send(method: Method, { path, body }: Asked): Promise<Response> {
  const request = api[method](path).timeout(PATIENCE_MS);
  if (body === undefined) return request;
  return request.set('Content-Type', 'application/json').send(JSON.stringify(body));
}

const OPERATIONS = Object.entries(DOCUMENT.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => [method as Method, path, described] as const),
);

describe.each(OPERATIONS)('%s %s', (method, path, described) => {
  it('answers whatever is asked as described', async () => {
    await fc.assert(
      fc.asyncProperty(requests(path, described), async (asked) => {
        const response = await send(method, asked);
        expect(disagreements(method, path, response)).toEqual([]);
        expect(response.status).not.toBe(500);
        const told = response.status >= 400 ? JSON.stringify(response.body) : '';
        // What was asked may be named in the answer.
        if (!LEAKS.test(JSON.stringify(asked))) expect(told).not.toMatch(LEAKS);
      }),
      { numRuns: RUNS, seed: 7, endOnFailure: true },
    );
  }, 120_000);
});
