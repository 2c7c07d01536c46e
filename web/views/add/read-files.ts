import type { NewStatement } from '../../../server/contract.ts';
import { texts } from '../../texts.ts';

/** A file as the statements in it, or why it is not taken. */
export interface ReadFile {
  readonly name: string;
  readonly statements: readonly NewStatement[];
  readonly problems: readonly string[];
}

const TEXT = /\.(txt|text|md|markdown)$/i;
const LINES = /\.(jsonl|ndjson)$/i;

/** What one request may carry; the server takes 20 MB, and JSON needs more room than the text. */
export const MOST_STATEMENTS = 2000;
export const MOST_CHARACTERS = 15_000_000;

/** Reads files in the page: whole files of text, or JSON Lines. */
export const readFiles = (files: readonly File[]): Promise<readonly ReadFile[]> =>
  Promise.all(files.map(readFile));

async function readFile(file: File): Promise<ReadFile> {
  const { name } = file;
  const lines = LINES.test(name);
  if (!lines && !TEXT.test(name)) return refused(name);
  const text = await file.text();
  // What is no UTF-8 text: a picture or an archive by a wrong name.
  if (text.includes('\u0000')) return refused(name);
  return lines ? fromLines(name, text) : { name, statements: [{ text }], problems: [] };
}

const refused = (name: string): ReadFile => ({
  name,
  statements: [],
  problems: [texts.ingest.refusedFile(name)],
});

const KNOWN = ['text', 'title', 'date', 'source', 'speaker', 'kind'];

function fromLines(name: string, text: string): ReadFile {
  const statements: NewStatement[] = [];
  const problems: string[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const statement = fromLine(line);
    if (statement) statements.push(statement);
    else problems.push(texts.ingest.badLine(name, index + 1));
  });
  return { name, statements, problems };
}

function fromLine(line: string): NewStatement | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('text' in value)) return undefined;
    const { text } = value;
    if (typeof text !== 'string') return undefined;
    const fields = Object.entries(value).filter(
      ([name, field]) => KNOWN.includes(name) && typeof field === 'string',
    );
    return { ...Object.fromEntries(fields), text };
  } catch {
    return undefined;
  }
}
