import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { MultiGraph } from 'graphology';
import type { SerializedGraph } from 'graphology-types';
import { afterAll, describe, expect, it } from 'vitest';
import type { Edge, EntityNode, Statement } from '../model.ts';
import type { SerialisedGraph } from '../serialise.ts';
import type { StoredItem } from '../store/store.ts';
import { joinList, splitList } from './attributes.ts';
import { daysOf } from './dates.ts';
import { exportFile } from './formats.ts';
import { FORMAT_NAMES } from './names.ts';
import type { FormatName, Table } from './names.ts';

const NASTY = 'He said: "1 < 2 & 3", é\u0001\n\tnext, 🕊';
const node = (id: string, name: string): StoredItem => {
  const entity: EntityNode = { id, label: 'Person', name, aliases: ['A', 'B'] };
  return { kind: 'node', node: entity, mentions: 4 };
};
const statement: Statement = {
  id: 'statement:1',
  text: `${NASTY} text`,
  title: NASTY,
  date: '2023-12',
  language: 'en',
  origin: '/home/me/a.txt',
};
const edge = (id: string, type: Edge['type'], more: Partial<Edge> = {}): StoredItem => ({
  kind: 'edge',
  edge: {
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
    ...more,
  },
});
const OFFICE = edge('edge:9', 'REPRESENTS', { target: 'country:CUB' });
const ITEMS: readonly StoredItem[] = [
  node('person:a', '=A "x"'),
  node('person:b', NASTY),
  { kind: 'statement', statement },
  edge('edge:1', 'CONDEMNS'),
  edge('edge:2', 'MET_WITH', { date: '2022-02', modality: 'intended' }),
];
const CUT = 'the query found more than 10000 rows';

interface Asked {
  readonly table?: Table;
  readonly items?: readonly StoredItem[];
  readonly cut?: string;
}
async function bytes(format: FormatName, { table, items = ITEMS, cut }: Asked = {}): Promise<Buffer> {
  const source = {
    items: stream(items),
    offices: async function* () {
      if (OFFICE.kind === 'edge') yield OFFICE.edge;
    },
    ...(cut === undefined ? {} : { cut }),
  };
  const parts: Uint8Array[] = [];
  for await (const chunk of exportFile(format, source, table).chunks) parts.push(chunk);
  return Buffer.concat(parts);
}
async function* stream(items: readonly StoredItem[]): AsyncGenerator<StoredItem> {
  yield* items;
}
const write = async (format: FormatName, asked?: Asked): Promise<string> =>
  (await bytes(format, asked)).toString();
/** All files of a zip, or the one file, as one text. */
async function whole(format: FormatName, asked?: Asked): Promise<string> {
  const data = await bytes(format, asked);
  if (data.subarray(0, 2).toString() !== 'PK') return data.toString();
  return Object.entries(unzipSync(data))
    .map(([name, content]) => `== ${name}\n${strFromU8(content)}`)
    .join('\n');
}

describe.each(FORMAT_NAMES)('%s', (format) => {
  it('is the same each time and names no path of this machine', async () => {
    expect(await bytes(format)).toEqual(await bytes(format));
    expect(await whole(format)).not.toContain('/home/me');
  });
  it('holds every quote', async () => {
    const quote = /He said: (\\"|""|"|&quot;)1 (<|&lt;) 2/;
    expect(await whole(format)).toMatch(quote);
  });
  it('says when it is cut', async () => {
    expect(await whole(format, { cut: CUT })).toContain(CUT);
    expect(await whole(format)).not.toContain('ut: ');
  });
  it('writes an empty graph', async () => {
    expect(await whole(format, { items: [] })).toMatchSnapshot();
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
    const text = await write(format, { items: [...ITEMS.slice(0, 3), edge('edge:\uD800', 'AIDS')] });
    expect(text).toContain('1 &lt; 2 &amp; 3');
    expect(text).toContain('&#10;&#9;next, 🕊');
    // eslint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0008]|\uD800(?![\uDC00-\uDFFF])/);
    expect(text.match(/<node /g)).toHaveLength(3);
    expect(text.match(/<edge /g)).toHaveLength(1);
  });
  it('gexf tells when: the days of an edge, else those of its statement', async () => {
    const text = await write('gexf');
    expect(text).toMatch(/id="edge:1".*<spell start="2023-12-01" end="2023-12-31"\/>/);
    expect(text).toMatch(/id="edge:2".*<spell start="2022-02-01" end="2022-02-28"\/>/);
    expect(text).toContain('<viz:size value="8.00"/>');
  });
  it('graphml does not mix kinds of edges, which networkx and igraph refuse, but tells them apart', async () => {
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
    const text = await write('csv', { table: 'nodes' });
    expect(text).toContain('person:a,Person,"=A ""x""",A; B');
    expect(text).not.toContain('edge:1');
  });
  it('describes every column, in order', async () => {
    const rows = (await write('csv', { table: 'dictionary' })).split('\r\n').map((r) => r.split(','));
    for (const table of ['nodes', 'edges'] as const) {
      const [head = ''] = (await write('csv', { table })).split('\r\n');
      expect(rows.filter(([of]) => of === `${table}.csv`).map((r) => r[1])).toEqual(head.split(','));
    }
  });
});

describe('events', () => {
  it('has PLOVER types, and for a person the country that they represent', async () => {
    const text = await write('events');
    expect(text).toContain(',Person,CUB,');
    expect(text).toContain(',ACCUSE,CONDEMNS,asserted,-2.5,economic; military,');
    expect(text).toContain('edge:1,2023-12,statement,');
    expect(text).toContain('edge:2,2022-02,event,');
  });
});

describe('rdf', () => {
  it('states only what is asserted as a triple of its own', async () => {
    const text = await write('turtle');
    expect(text).toContain('<urn:entente:person:a>\n  entente:CONDEMNS <urn:entente:person:b> .');
    expect(text).not.toContain('entente:MET_WITH <');
    expect(text).toContain('rdf:predicate entente:MET_WITH');
  });
});

describe('bundle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bundle-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const check = (): string => {
    try {
      return execFileSync('python3', [join(folder, 'check.py')], { encoding: 'utf8' });
    } catch (error) {
      return `failed: ${String((error as { stdout?: unknown }).stdout)}`;
    }
  };
  it('checks itself: files, counts, ends and quotes', async () => {
    const files = unzipSync(await bytes('bundle'));
    expect(Object.keys(files).at(-1)).toBe('manifest.json');
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    expect(check()).toContain('every quote stands at its offsets');
    const edges = strFromU8(files['edges.jsonl']!);
    writeFileSync(join(folder, 'edges.jsonl'), edges.replace('"start":0', '"start":1'));
    expect(check()).toMatch(/^failed: edges.jsonl: was changed[^]*edge:1: its quote does not stand at 1-/);
    writeFileSync(join(folder, 'edges.jsonl'), edges);
    writeFileSync(join(folder, 'nodes.jsonl'), '');
    expect(check()).toMatch(/its end person:a is not in the bundle/);
  });
});

describe('lists and dates', () => {
  it.each([[['A', 'B']], [['A; B', 'C']], [['[x]']], [['a, b', '"c"']], [[' x']]])(
    '%j is read back',
    (list) => {
      expect(splitList(joinList(list) ?? '')).toEqual(list);
    },
  );
  it('knows the days of a partial date', () => {
    expect(daysOf('2024-02')).toEqual({ first: '2024-02-01', last: '2024-02-29' });
    expect(daysOf('1900')).toEqual({ first: '1900-01-01', last: '1900-12-31' });
    expect(daysOf('2024-02-03')).toEqual({ first: '2024-02-03', last: '2024-02-03' });
    expect(daysOf('soon')).toBeUndefined();
  });
});
