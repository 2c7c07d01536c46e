import { count, number } from './number.ts';

interface Counts {
  readonly added: number;
  readonly gone: number;
  readonly changed: number;
}

export const diff = {
  title: 'Two versions of a graph',
  about:
    'What was added, went and changed between two exports (JSON or JSONL), or between one and the graph as it is now. An edge that is read otherwise in the same words is one change.',
  before: 'Before',
  after: 'After',
  file: 'A file…',
  store: 'The graph as it is now',
  nothing: 'nothing chosen',
  choose: 'Choose two to compare',
  chooseHint:
    'Save an export from “Take away” or with `entente export` today, and see later what became of it.',
  failed: 'These could not be compared',
  same: 'The two are the same.',
  sizes: (statements: number, nodes: number, edges: number) =>
    `${count(statements, 'statement', 'statements')}, ${count(nodes, 'node', 'nodes')}, ${count(edges, 'edge', 'edges')}`,
  parts: { edges: 'Edges', nodes: 'Nodes', statements: 'Statements' },
  part: 'Part',
  tab: (part: string, { added, gone, changed }: Counts) => `${part} ${number.format(added + gone + changed)}`,
  kinds: { changed: 'Changed', added: 'Added', gone: 'Gone' },
  kind: (kind: string, shown: number, total: number) =>
    shown < total
      ? `${kind}: the first ${number.format(shown)} of ${number.format(total)}`
      : `${kind}: ${number.format(total)}`,
  mentions: ({ added, gone, changed }: Counts) =>
    `Mentions and issuers: ${number.format(added)} added, ${number.format(gone)} gone, ${number.format(changed)} changed.`,
  none: 'Nothing differs here.',
  turned: 'turned round',
  turnedHint: 'From cooperation to conflict, or the other way',
  missing: '(none)',
  edge: (source: string, phrase: string, target: string) => `${source} ${phrase} ${target}`,
  claim: (speaker: string) => `says ${speaker}`,
  field: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
  more: 'Show more',
} as const;
