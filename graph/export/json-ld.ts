import type { Resource, Value } from './rdf.ts';
import { PREFIXES, dataset, resourcesOf } from './rdf.ts';
import type { ExportSource } from './source.ts';

/** RDF as JSON-LD with its context in the file, one resource a line. */
export async function* writeJsonLd({ items, cut }: ExportSource): AsyncGenerator<string> {
  yield `{"@context":${JSON.stringify(PREFIXES)},"@graph":[\n${write(dataset(cut))}`;
  for await (const item of items)
    yield resourcesOf(item)
      .map((r) => `,\n${write(r)}`)
      .join('');
  yield '\n]}\n';
}

function write({ iri, types, properties }: Resource): string {
  const said = new Map<string, unknown[]>();
  for (const [term, value] of properties) said.set(term, [...(said.get(term) ?? []), valueOf(value)]);
  const single = [...said].map(([term, values]) => [term, values.length === 1 ? values[0] : values]);
  return JSON.stringify({
    '@id': iri,
    ...(types.length > 0 ? { '@type': types } : {}),
    ...(Object.fromEntries(single) as object),
  });
}

function valueOf(value: Value): unknown {
  if ('iri' in value) return { '@id': value.iri };
  if ('term' in value) return { '@id': value.term };
  return value.type === undefined ? value.text : { '@value': value.text, '@type': value.type };
}
