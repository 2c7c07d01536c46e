import type { Described, OpenApi, Parameter } from './document.ts';

/** The description as a page to read: no script, nothing fetched, so that it works under any policy and offline. */
export function docsPage(api: OpenApi): string {
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ method, path, ...described })),
  );
  const tags = [...new Set(operations.flatMap((o) => o.tags))];
  const of = (tag: string): Shown[] => operations.filter((o) => o.tags.includes(tag));
  const menu = tags
    .map((tag) => `<li>${escape(tag)}<ul>${of(tag).map(menuItem).join('')}</ul></li>`)
    .join('');
  const body = tags.map((tag) => `<h2>${escape(tag)}</h2>${of(tag).map(section).join('')}`).join('');
  const schemas = Object.entries(api.components.schemas)
    .map(([name, schema]) => `<h3 id="schema-${name}">${name}</h3>${code(schema)}`)
    .join('');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Entente: the HTTP API</title><style>${STYLE}</style></head>
<body><nav><p><strong>Entente</strong> ${escape(String(api.info['version']))}<br><a href="openapi.json">openapi.json</a></p><ul>${menu}</ul></nav>
<main><h1>The HTTP API</h1><p>${escape(String(api.info['description']))}</p>${body}<h2>Schemas</h2>${schemas}</main></body></html>
`;
}

type Shown = Described & { readonly method: string; readonly path: string };

const menuItem = ({ method, path, operationId }: Shown): string =>
  `<li><a href="#${operationId}"><b>${method.toUpperCase()}</b> ${escape(path)}</a></li>`;

function section({ method, path, operationId, summary, parameters, requestBody, responses }: Shown): string {
  const body = requestBody?.content['application/json']?.schema;
  return `<section id="${operationId}"><h3><b>${method.toUpperCase()}</b> ${escape(path)}</h3><p>${escape(summary)}</p>
${parameters.length > 0 ? `<table><tr><th>parameter</th><th></th><th>value</th></tr>${parameters.map(parameter).join('')}</table>` : ''}
${body ? `<h4>Body</h4>${code(body)}` : ''}
<h4>Answers</h4><table>${Object.entries(responses).map(response).join('')}</table></section>`;
}

const parameter = ({ name, required, schema, in: where }: Parameter): string =>
  `<tr><td><code>${escape(name)}</code></td><td>${where}${required ? ', required' : ''}</td><td>${code(schema)}</td></tr>`;

function response([status, { description, content = {} }]: [string, Described['responses'][string]]): string {
  const shapes = Object.entries(content).map(([media, { schema }]) => {
    const name = /schemas\/(\w+)$/.exec(String(schema['$ref'] ?? ''))?.[1];
    if (name !== undefined) return `${escape(media)}: <a href="#schema-${name}">${name}</a>`;
    return Object.keys(schema).length > 0 ? `${escape(media)}${code(schema)}` : escape(media);
  });
  return `<tr><td>${status}</td><td>${escape(description)}</td><td>${shapes.join('<br>')}</td></tr>`;
}

/** Short values in the line, long ones folded. */
function code(value: unknown): string {
  const line = JSON.stringify(value);
  if (line.length < 100) return `<code>${escape(line)}</code>`;
  return `<details><summary>schema</summary><pre>${escape(JSON.stringify(value, undefined, 2))}</pre></details>`;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const STYLE = `:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}body{display:grid;grid-template-columns:minmax(14rem,20rem) minmax(0,60rem);gap:2rem;margin:0 1rem}
nav{position:sticky;top:0;max-height:100vh;overflow:auto;font-size:.85rem}nav ul{padding-left:1rem;list-style:none}h3{margin-top:2.5rem}h3 b,nav b{font-size:.8em}
table{border-collapse:collapse}td,th{text-align:left;vertical-align:top;padding:.2rem .8rem .2rem 0}pre{overflow:auto;padding:.6rem;border:1px solid #8886;border-radius:4px;font-size:.8rem}
@media(max-width:50rem){body{display:block}nav{position:static;max-height:none}}`;
