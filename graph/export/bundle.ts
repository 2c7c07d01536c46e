import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { serialise } from './json.ts';
import { packed } from './packed.ts';
import type { Piece } from './parts.ts';
import type { ExportSource } from './source.ts';

const FILES = { node: 'nodes.jsonl', statement: 'statements.jsonl', edge: 'edges.jsonl' } as const;
type Kind = keyof typeof FILES;

/**
 * Evidence to hand over with a paper: the graph, the statements whole, a hash of every file, and a checker that finds every quote
 * at its offsets without Entente. The manifest is last, since it holds the hashes.
 */
export async function* writeBundle({ items, cut }: ExportSource): AsyncGenerator<Piece> {
  const hashes = new Map<string, Hash>();
  const counts: Record<Kind, number> = { node: 0, statement: 0, edge: 0 };
  const begin = (file: string): Piece => {
    hashes.set(file, createHash('sha256'));
    return { file };
  };
  const add = (file: string, text: string): Piece => {
    hashes.get(file)?.update(text);
    return text;
  };
  for (const file of ['README.txt', 'check.py']) {
    yield begin(file);
    yield add(file, packed[`export/files/bundle-${file.toLowerCase()}`] ?? '');
  }
  for await (const item of items) {
    const file = FILES[item.kind];
    if (!hashes.has(file)) yield begin(file);
    counts[item.kind]++;
    yield add(file, `${JSON.stringify(serialise(item))}\n`);
  }
  for (const file of Object.values(FILES)) if (!hashes.has(file)) yield begin(file);
  yield { file: 'manifest.json' };
  yield manifest(hashes, counts, cut);
}

function manifest(
  hashes: ReadonlyMap<string, Hash>,
  counts: Readonly<Record<Kind, number>>,
  cut: string | undefined,
): string {
  const files = Object.fromEntries([...hashes].map(([file, hash]) => [file, hash.digest('hex')]));
  const { node: nodes, statement: statements, edge: edges } = counts;
  const complete = cut === undefined ? { complete: true } : { complete: false, cut };
  return `${JSON.stringify({ format: 'entente-evidence-1', ...complete, nodes, statements, edges, sha256: files }, null, 2)}\n`;
}
