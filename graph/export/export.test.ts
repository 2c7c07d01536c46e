import { MultiGraph } from 'graphology';
import type { SerializedGraph } from 'graphology-types';
import { describe, expect, it } from 'vitest';
import type { Edge, EntityNode, Statement } from '../model.ts';
import type { SerialisedGraph } from '../serialise.ts';
import type { StoredItem } from '../store/store.ts';
import { FORMATS, FORMAT_NAMES, inChunks } from './formats.ts';
import type { FormatName } from './formats.ts';

const NASTY = 'He said: "1 < 2 & 3", é\u0001\uD800\n\tnext, 🕊';
const node = (id: string, name: string): EntityNode => ({ id, label: 'Person', name, aliases: ['A', 'B'] });
const statement: Statement = {
  id: 'statement:1',
  text: `${NASTY} text`,
  title: NASTY,
  language: 'en',
  origin: '/home/me/a.txt',
};
const edge = (id: string, type: Edge['type']): Edge => ({
  id,
  type,
  source: 'person:a',
  target: 'person:b',
  statement: 'statement:1',
  quote: NASTY,
  start: 0,
  end: NASTY.length,
  modality: 'asserted',
  confidence: 0.75,
  context: ['economic', 'military'],
  extractor: 'x 1',
  why: { rule: 'met.sense', source: 'named', target: 'named' },
});
const ITEMS: readonly StoredItem[] = [
  { kind: 'node', node: node('person:a', '=A "x"') },
  { kind: 'node', node: node('person:b', NASTY) },
  { kind: 'statement', statement },
  { kind: 'edge', edge: edge('edge:1', 'CONDEMNS') },
  { kind: 'edge', edge: edge('edge:2', 'MET_WITH') },
];
async function* stream(items: readonly StoredItem[]): AsyncGenerator<StoredItem> {
  yield* items;
}
async function write(format: FormatName, what: 'nodes' | 'edges' = 'edges', items = ITEMS): Promise<string> {
  let text = '';
  for await (const chunk of inChunks(FORMATS[format].write(stream(items), { what }), 100)) text += chunk;
  return text;
}

describe.each(FORMAT_NAMES)('%s', (format) => {
  it('is the same each time and names no path of this machine', async () => {
    const text = await write(format);
    expect(text).toBe(await write(format));
    expect(text).not.toContain('/home/me');
  });
  it('writes an empty graph', async () => {
    expect(await write(format, 'edges', [])).toMatchSnapshot();
  });
});

describe('json', () => {
  it('is read by graphology', async () => {
    const serialised = JSON.parse(await write('json')) as SerialisedGraph;
    const graph = new MultiGraph(serialised.options);
    graph.import(serialised as unknown as SerializedGraph);
    expect([graph.order, graph.size]).toEqual([3, 2]);
    expect(graph.isUndirected('edge:2')).toBe(true);
    expect(graph.getEdgeAttribute('edge:1', 'quote')).toBe(NASTY);
  });
});

describe('gexf and graphml', () => {
  it.each(['gexf', 'graphml'] as const)('%s escapes what XML cannot hold', async (format) => {
    const text = await write(format);
    expect(text).toContain('1 &lt; 2 &amp; 3');
    expect(text).toContain('&#10;&#9;next, 🕊');
    // eslint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0008]|\uD800(?![\uDC00-\uDFFF])/);
    expect(text.match(/<node /g)).toHaveLength(3);
    expect(text.match(/<edge /g)).toHaveLength(2);
  });
});

describe('graphml', () => {
  it('does not mix kinds of edges, which networkx and igraph refuse, but tells them apart', async () => {
    const text = await write('graphml');
    expect(text).not.toContain('directed="false"');
    expect(text.match(/<data key="e_undirected">(true|false)/g)).toEqual([
      '<data key="e_undirected">false',
      '<data key="e_undirected">true',
    ]);
  });
});

describe('csv', () => {
  it('has the edges with the names of their ends', async () => {
    const [head = '', first = ''] = (await write('csv')).split('\r\n');
    expect(head).toMatch(
      /^id,source,sourceName,sourceLabel,target,targetName,targetLabel,type,undirected,statement,quote,/,
    );
    expect(first).toContain('edge:1,person:a,"=A ""x""",Person,person:b,');
  });
  it('or the nodes', async () => {
    const text = await write('csv', 'nodes');
    expect(text).toContain('person:a,Person,"=A ""x""",A; B');
    expect(text).not.toContain('edge:1');
  });
});
