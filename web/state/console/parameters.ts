/** How a form asks for a value; `name` is the name of an entity, `date` ISO 8601, possibly partial, `json` anything. */
export const PARAMETER_TYPES = ['text', 'number', 'date', 'name', 'boolean', 'json'] as const;
export type ParameterType = (typeof PARAMETER_TYPES)[number];

/** A parameter as it stands in the form. */
export interface Field {
  readonly type: ParameterType;
  readonly text: string;
}
export type Fields = Readonly<Record<string, Field>>;

const LITERALS = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/gu;

/** Parameters of a query (`$name`), each once, in their order; what stands in quotes or comments is none. */
export function parameterNames(cypher: string): readonly string[] {
  const found = cypher.replace(LITERALS, ' ').matchAll(/\$([\p{L}_][\p{L}\p{N}_]*)/gu);
  return [...new Set([...found].map(([, name]) => name ?? ''))];
}

/** The fields that a query needs: those there are, and empty ones of text for the others. */
export const fieldsFor = (cypher: string, known: Fields): Fields =>
  Object.fromEntries(parameterNames(cypher).map((name) => [name, known[name] ?? { type: 'text', text: '' }]));

export type Read = { readonly value: unknown } | { readonly wrong: ParameterType };

/** The value that a field stands for, or what it should have been. */
export function readField({ type, text }: Field): Read {
  switch (type) {
    case 'number':
      return text.trim() !== '' && Number.isFinite(Number(text)) ? { value: Number(text) } : { wrong: type };
    case 'date':
      return /^(\d{4}(-\d{2}(-\d{2})?)?)?$/u.test(text) ? { value: text } : { wrong: type };
    case 'boolean':
      return { value: text === 'true' };
    case 'json':
      return readJson(text);
    default:
      return { value: text };
  }
}

function readJson(text: string): Read {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { wrong: 'json' };
  }
}

/** All values, or the names of the fields that are wrong. */
export function readFields(
  fields: Fields,
): { readonly values: Readonly<Record<string, unknown>> } | { readonly wrong: readonly string[] } {
  const read = Object.entries(fields).map(([name, field]) => [name, readField(field)] as const);
  const wrong = read.flatMap(([name, r]) => ('wrong' in r ? [name] : []));
  if (wrong.length > 0) return { wrong };
  return { values: Object.fromEntries(read.flatMap(([name, r]) => ('value' in r ? [[name, r.value]] : []))) };
}
