import { Command } from 'commander';
import { EXIT } from '../cli/failure.ts';
import { note, openInput, print } from '../cli/io.ts';

const HELP = `
Reads lines {"id","text","source","target"}; writes {"id","type","confidence","why"}, with type null where none holds.

Example:
  $ echo '{"id":1,"text":"Iran condemned Israel.","source":"Iran","target":"Israel"}' | entente classify`;

/** `entente classify`: which relation holds between two named actors of a sentence. */
export function classifyCommand(): Command {
  return new Command('classify')
    .description('name the relation from one actor to another in a sentence')
    .argument('[file]', 'JSON Lines, or - for standard input', '-')
    .addHelpText('after', HELP)
    .action(classifyLines);
}

async function classifyLines(file: string): Promise<void> {
  const { need, readRecords } = await import('../../ingest/read/records.ts');
  const { classify } = await import('../../ingest/index.ts');
  const records = readRecords(await openInput(file), (fields) => {
    const pair = {
      text: need(fields, 'text'),
      source: need(fields, 'source'),
      target: need(fields, 'target'),
    };
    const { type, confidence, why } = classify(pair);
    return { id: fields['id'] ?? null, type, confidence, why };
  });
  for await (const item of records) {
    if ('problem' in item) {
      note(`entente: ${file}:${item.line}: ${item.problem}`);
      process.exitCode = EXIT.failed;
    } else await print(`${JSON.stringify(item.record)}\n`);
  }
}
