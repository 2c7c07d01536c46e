import type { Resource, Term, Value } from './rdf.ts';
import { PREFIXES, dataset, resourcesOf } from './rdf.ts';
import type { ExportSource } from './source.ts';

/** RDF as Turtle, resource by resource. */
export async function* writeTurtle({ items, cut }: ExportSource): AsyncGenerator<string> {
  for (const [prefix, iri] of Object.entries(PREFIXES)) yield `@prefix ${prefix}: <${iri}> .\n`;
  yield `\n${write(dataset(cut))}`;
  for await (const item of items) yield resourcesOf(item).map(write).join('');
}

function write({ iri, types, properties }: Resource): string {
  const said = [
    ...(types.length > 0 ? [`a ${types.join(', ')}`] : []),
    ...properties.map(([term, value]) => `${term satisfies Term} ${valueOf(value)}`),
  ];
  return `<${iri}>\n  ${said.join(' ;\n  ')} .\n`;
}

function valueOf(value: Value): string {
  if ('iri' in value) return `<${value.iri}>`;
  if ('term' in value) return value.term;
  // The escapes of JSON are those of Turtle.
  return JSON.stringify(value.text) + (value.type === undefined ? '' : `^^${value.type}`);
}
