import type { MergeEvidence, MergeList, MergeSuggestion } from '../contract.ts';
import { note, print } from './io.ts';

/** Suggestions as text: who, why, and the words of either side. */
export async function printMerges({ items, total, nodes }: MergeList): Promise<void> {
  const names = new Map(nodes.map((node) => [node.id, node.name]));
  for (const item of items) await print(`${linesOf(item, names).join('\n')}\n\n`);
  if (total === 0) note('nothing is left to decide');
  else if (items.length < total) note(`${items.length} of ${total}; --limit shows more`);
}

function linesOf(item: MergeSuggestion, names: ReadonlyMap<string, string>): string[] {
  const { id, other, score, reasons, sides } = item;
  const question = other === undefined ? `Are there several of ${id}?` : `Are ${id} and ${other} the same?`;
  const answer =
    other === undefined
      ? `entente merges apart ${id}    (or: one)`
      : `entente merges accept ${id} ${other}    (or: refuse)`;
  return [
    `${score.toFixed(2)}  ${question}`,
    ...reasons.map((reason) => `      ${reason}`),
    ...sides.flatMap((side) => quotesOf(side, names)),
    `      $ ${answer}`,
  ];
}

const quotesOf = ({ id, mentions, quotes }: MergeEvidence, names: ReadonlyMap<string, string>): string[] => [
  `  ${names.get(id) ?? id} (in ${mentions} ${mentions === 1 ? 'statement' : 'statements'})`,
  ...quotes.map(({ edge, title, date }) => {
    const where = [date, title].filter(Boolean).join(', ');
    return `    “${edge.quote.replace(/\s+/g, ' ')}”${where === '' ? '' : ` — ${where}`}`;
  }),
];
