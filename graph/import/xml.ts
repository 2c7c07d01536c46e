import { SaxesParser } from 'saxes';
import { ImportError, pause } from './row.ts';
import type { Row, Rows } from './row.ts';

type Attributes = Readonly<Record<string, string>>;
/** What a format does at each tag; `text` is what stood between the two tags of an element that holds nothing else. */
interface Reader {
  open(name: string, attributes: Attributes): void;
  close(name: string, text: string): void;
}

const SLICE = 65_536;

/** @throws ImportError with line and column when it is not well formed. Entities of its own are not read. */
async function parse(text: string, reader: Reader): Promise<void> {
  const parser = new SaxesParser({ xmlns: false });
  let content = '';
  parser.on('error', (error) => {
    throw new ImportError(`this is no well-formed XML: ${error.message}`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    content = '';
    reader.open(localName(name), attributes);
  });
  parser.on('text', (piece) => (content += piece));
  parser.on('cdata', (piece) => (content += piece));
  parser.on('closetag', ({ name }) => {
    reader.close(localName(name), content);
    content = '';
  });
  for (let i = 0; i < text.length; i += SLICE) {
    parser.write(text.slice(i, i + SLICE));
    await pause();
  }
  parser.close();
}

const localName = (name: string): string => name.replace(/^.*:/, '');

/** Nodes and edges as they are collected: the one that is open, and those that are done. */
class Collected {
  readonly nodes: Row[] = [];
  readonly edges: Row[] = [];
  #open: { kind: 'node' | 'edge'; fields: Record<string, string> } | undefined;

  begin(kind: 'node' | 'edge', fields: Record<string, string | undefined>): void {
    const known = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined);
    this.#open = { kind, fields: Object.fromEntries(known) };
  }
  add(name: string | undefined, value: string): void {
    if (this.#open && name !== undefined) this.#open.fields[name] = value;
  }
  get kind(): 'node' | 'edge' | undefined {
    return this.#open?.kind;
  }
  end(): void {
    if (!this.#open) return;
    const { kind, fields } = this.#open;
    const list = kind === 'node' ? this.nodes : this.edges;
    const id = fields['id'] ?? String(list.length + 1);
    list.push({ at: `${kind} ${id}`, fields: { ...fields, id }, raw: JSON.stringify(fields) });
    this.#open = undefined;
  }
  /** @throws ImportError when there is no graph in it. */
  rows(format: string): Rows {
    if (this.nodes.length === 0) throw new ImportError(`there is no node in it: is this ${format}?`);
    return { nodes: this.nodes, edges: this.edges };
  }
}

/** GEXF of any version: attributes by their titles; what Gephi calls the label of a node is its name. */
export async function readGexf(text: string): Promise<Rows> {
  const found = new Collected();
  const titles = { node: new Map<string, string>(), edge: new Map<string, string>() };
  let declared: 'node' | 'edge' = 'node';
  await parse(text, {
    open(name, a) {
      if (name === 'attributes') declared = a['class'] === 'edge' ? 'edge' : 'node';
      else if (name === 'attribute') titles[declared].set(a['id'] ?? '', a['title'] ?? a['id'] ?? '');
      else if (name === 'node') found.begin('node', { name: a['label'], id: a['id'] });
      else if (name === 'edge')
        found.begin('edge', {
          type: a['kind'] ?? a['label'],
          date: a['start'],
          id: a['id'],
          source: a['source'],
          target: a['target'],
        });
      else if (name === 'attvalue' && found.kind)
        found.add(titles[found.kind].get(a['for'] ?? ''), a['value'] ?? '');
    },
    close(name) {
      if (name === 'node' || name === 'edge') found.end();
    },
  });
  return found.rows('GEXF');
}

/** GraphML: data by the names of their keys. */
export async function readGraphml(text: string): Promise<Rows> {
  const found = new Collected();
  const names = new Map<string, string>();
  let key: string | undefined;
  await parse(text, {
    open(name, a) {
      if (name === 'key') names.set(a['id'] ?? '', a['attr.name'] ?? a['id'] ?? '');
      else if (name === 'node') found.begin('node', { id: a['id'] });
      else if (name === 'edge')
        found.begin('edge', { id: a['id'], source: a['source'], target: a['target'] });
      else if (name === 'data') key = names.get(a['key'] ?? '');
    },
    close(name, content) {
      if (name === 'data') found.add(key, content);
      else if (name === 'node' || name === 'edge') found.end();
    },
  });
  return found.rows('GraphML');
}
