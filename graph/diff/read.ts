import { mergeEntity } from '../store/merge.ts';
import type { EntityNode } from '../model.ts';
import type { Item } from './item.ts';
import { fromSerialised, idOf, inOrder } from './item.ts';

/** Text in pieces, line by line, without the line ends. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (
      rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))
    ).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

/**
 * Nodes, statements and edges of a file: an export as JSON or JSONL, read line by line, or what `extract` printed, which is held whole.
 * @throws Error when it is none of these, or only a part of a graph.
 */
export async function* readItems(lines: AsyncIterable<string>): AsyncGenerator<Item> {
  const iterator = lines[Symbol.asyncIterator]();
  let first = await iterator.next();
  while (!first.done && first.value.trim() === '') first = await iterator.next();
  if (first.done) throw new Error('the file is empty');
  const rest: AsyncIterable<string> = { [Symbol.asyncIterator]: () => iterator };
  const head = parse(first.value);
  if (head === undefined && first.value.trimEnd().endsWith('"nodes":[')) {
    refuseCut(parse(`${first.value}]}`));
    yield* exportedJson(rest);
  } else if (isRecord(head) && 'graph' in head) yield* extracted(first.value, rest);
  else if (isRecord(head) && 'key' in head) yield* exportedLines(first.value, rest);
  else if (isRecord(head) && Array.isArray(head['nodes'])) yield* whole([head]);
  else yield* whole([await wholeText(first.value, rest)]);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
function parseLine(line: string): Readonly<Record<string, unknown>> {
  const value = parse(line);
  if (!isRecord(value)) throw new Error(`a line is no JSON; was the file cut? ${line.slice(0, 80)}`);
  return value;
}

/** A graph of which parts were left out would make those look gone. */
function refuseCut(graph: unknown): void {
  const attributes = isRecord(graph) ? graph['attributes'] : undefined;
  if (isRecord(attributes) && 'cut' in attributes)
    throw new Error(
      `it is only a part of a graph (${String(attributes['cut'])}), and the rest would look gone`,
    );
}

/** `{…"nodes":[`, a node or edge a line, `]}`: what `export --format json` writes. */
async function* exportedJson(lines: AsyncIterable<string>): AsyncGenerator<Item> {
  let ended = false;
  for await (const line of lines) {
    if (line.startsWith(']}')) ended = true;
    if (line.startsWith('{')) yield fromSerialised(parseLine(line.replace(/,\s*$/, '')));
  }
  if (!ended) throw new Error('the file ends in the middle of the graph');
}

async function* exportedLines(first: string, lines: AsyncIterable<string>): AsyncGenerator<Item> {
  yield fromSerialised(parseLine(first));
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const value = parseLine(line);
    if (value['kind'] === 'cut') refuseCut({ attributes: { cut: value['why'] } });
    yield fromSerialised(value);
  }
}

/** `{id, graph}` a line: what `extract --jsonl` writes. */
async function* extracted(first: string, lines: AsyncIterable<string>): AsyncGenerator<Item> {
  const graphs = [parseLine(first)['graph']];
  for await (const line of lines) if (line.trim() !== '') graphs.push(parseLine(line)['graph']);
  yield* whole(graphs.filter(isRecord));
}

async function wholeText(
  first: string,
  lines: AsyncIterable<string>,
): Promise<Readonly<Record<string, unknown>>> {
  const all = [first];
  for await (const line of lines) all.push(line);
  const value = parse(all.join('\n'));
  if (isRecord(value) && Array.isArray(value['nodes'])) return value;
  throw new Error('it is neither an export as json or jsonl nor what `entente extract` printed');
}

/** Graphs of single documents, or somebody's whole file, in order; a node that several name is what they know together. */
function whole(graphs: readonly Readonly<Record<string, unknown>>[]): Item[] {
  const nodes = new Map<string, EntityNode[]>();
  const others = new Map<string, Item>();
  for (const graph of graphs) {
    refuseCut(graph);
    for (const value of [...listOf(graph['nodes']), ...listOf(graph['edges'])]) {
      const item = fromSerialised(value);
      if (item.kind !== 'node') others.set(idOf(item), item);
      else nodes.set(item.node.id, [...(nodes.get(item.node.id) ?? []), item.node]);
    }
  }
  const merged = [...nodes].map(([id, seen]): Item => ({ kind: 'node', node: mergeEntity(id, seen) }));
  return [...merged, ...others.values()].sort(inOrder);
}
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
