/** The thread that reads files: what is damaged or hostile in them stays off the event loop. */
import { readInput } from '../../ingest/read/formats.ts';
import { bytesInput } from '../../ingest/read/input.ts';
import type { FileContent, NewStatement } from '../contract.ts';

/** What one answer carries; as many as a job takes, and as long as its request may be. */
const MOST_STATEMENTS = 2000;
const MOST_CHARACTERS = 15_000_000;

interface Asked {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export async function read({ name, bytes }: Asked): Promise<FileContent> {
  const statements: NewStatement[] = [];
  const problems: { name: string; problem: string }[] = [];
  let characters = 0;
  for await (const found of readInput(bytesInput(name, bytes))) {
    if ('problem' in found) {
      problems.push({ name: found.name, problem: found.problem });
      continue;
    }
    const { text, fields } = found;
    characters += text.length;
    if (statements.length === MOST_STATEMENTS || characters > MOST_CHARACTERS) {
      const problem =
        'the rest is left out: it holds more than 2,000 statements or 15 MB of text; read it with the command line: entente ingest FILE';
      problems.push({ name, problem });
      break;
    }
    // A page that does not say who publishes it is published by its site.
    const source = fields.source ?? fields.url;
    statements.push({ ...fields, ...(source && { source }), text });
  }
  return { statements, problems };
}
