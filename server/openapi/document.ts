import { z } from 'zod';
import type { ProblemCode } from '../errors.ts';
import { PROBLEMS } from '../errors.ts';
import { problem } from './answers.ts';
import { EVERYWHERE, OPERATIONS } from './operations.ts';
import type { Operation } from './operations.ts';

type Json = Readonly<Record<string, unknown>>;
/** As much of OpenAPI 3.1 as is read again here. */
export interface OpenApi {
  readonly openapi: '3.1.0';
  readonly info: Json;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Json; readonly securitySchemes: Json };
  readonly security: readonly Json[];
}
export interface Described {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: Json;
}
type Content = Readonly<Record<string, { readonly schema: Json }>>;

/** The API as OpenAPI 3.1, made of the schemas that validate requests and of those that the tests hold answers to. */
export function openApi(version: string): OpenApi {
  const components: Record<string, unknown> = {};
  const paths: Record<string, Record<string, Described>> = {};
  for (const operation of OPERATIONS) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method]: describe(operation, components) };
  }
  const about =
    'Statements of international politics as a graph whose every edge leads to the words it came from. Errors are problem details (RFC 9457) with a stable `code`.';
  return {
    openapi: '3.1.0',
    info: {
      title: 'Entente',
      version,
      description: about,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'ENTENTE_TOKEN, when it is set' },
      },
    },
    security: [{}, { token: [] }],
  };
}

function describe(operation: Operation, components: Record<string, unknown>): Described {
  const { method, path, tag, summary, query, body } = operation;
  const json = (schema: z.ZodType, io: 'input' | 'output'): Content => ({
    'application/json': { schema: schemaOf(schema, io, components) },
  });
  const words = path.split('/').filter((part) => part !== '' && part !== 'api');
  return {
    operationId: [method, ...words.map((word) => word.replace(':', 'by-'))].join('-'),
    tags: [tag],
    summary,
    parameters: [...pathParameters(path), ...(query ? queryParameters(query, components) : [])],
    ...(body ? { requestBody: { required: true, content: json(body, 'input') } } : {}),
    responses: { ...success(operation, json), ...failures(operation, components) },
  };
}

const pathParameters = (path: string): Parameter[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    ...{ name, in: 'path', required: true },
    schema: { type: 'string', minLength: 1 },
  }));

function queryParameters(query: z.ZodType, components: Record<string, unknown>): Parameter[] {
  const { properties = {}, required = [] } = schemaOf(query, 'input', components) as {
    properties?: Readonly<Record<string, Json>>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    ...{ name, in: 'query', required: required.includes(name), schema },
  }));
}

function success(
  { answers: { status, schema, media = [] } }: Operation,
  json: (schema: z.ZodType, io: 'output') => Content,
): Described['responses'] {
  const files = Object.fromEntries(media.map((type) => [type, { schema: {} }]));
  const content = schema ? json(schema, 'output') : files;
  return { [status]: { description: 'Success', ...(Object.keys(content).length > 0 ? { content } : {}) } };
}

/** Failures by status, each with the codes that it can have. */
function failures({ path, fails }: Operation, components: Record<string, unknown>): Described['responses'] {
  const codes = path === '/health' ? (['FORBIDDEN_HOST', 'INTERNAL'] as const) : [...EVERYWHERE, ...fails];
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set<ProblemCode>(codes)) {
    const { status } = PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const content: Content = {
    'application/problem+json': { schema: schemaOf(problem, 'output', components) },
  };
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, of]) => [status, { description: of.join(', '), content }]),
  );
}

/** A schema of JSON; those with a name are put among the components and referred to. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: Record<string, unknown>): Json {
  const {
    $schema: _,
    $defs = {},
    ...own
  } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' });
  const named = JSON.parse(
    JSON.stringify({ own, $defs }).replaceAll('"#/$defs/', '"#/components/schemas/'),
  ) as { own: Json & { id?: string }; $defs: Readonly<Record<string, Json>> };
  for (const [name, part] of Object.entries(named.$defs)) components[name] = withoutId(part);
  const { id } = named.own;
  if (typeof id !== 'string') return named.own;
  components[id] = withoutId(named.own);
  return { $ref: `#/components/schemas/${id}` };
}

const withoutId = ({ id: _, ...schema }: Json): Json => schema;
