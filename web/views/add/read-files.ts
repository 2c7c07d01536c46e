import type { FileContent, NewStatement } from '../../../server/contract.ts';
import { post } from '../../api/client.ts';
import { texts } from '../../texts.ts';

/** A file as the statements in it, and what of it is not taken and why. */
export interface ReadFile {
  readonly name: string;
  readonly statements: readonly NewStatement[];
  readonly problems: readonly string[];
}

/** What one request may carry; the server takes 20 MB, and bytes and texts need more room on their way. */
export const MOST_BYTES = 14_000_000;
export const MOST_STATEMENTS = 2000;
export const MOST_CHARACTERS = 15_000_000;

/** The server reads files of every format that `entente ingest` reads, one after the other; none is saved by that. */
export async function readFiles(files: readonly File[], onRead: (file: ReadFile) => void): Promise<void> {
  for (const file of files) onRead(await readFile(file));
}

async function readFile(file: File): Promise<ReadFile> {
  const { name } = file;
  if (file.size > MOST_BYTES) return { name, statements: [], problems: [texts.ingest.largeFile(name)] };
  try {
    const content = await base64Of(file);
    const { statements, problems } = await post<FileContent>('/api/statements/read', { name, content });
    return { name, statements, problems: problems.map((each) => `${each.name}: ${each.problem}`) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { name, statements: [], problems: [texts.ingest.unreadFile(name, reason)] };
  }
}

function base64Of(file: File): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    // data:…;base64,…
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ''));
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.readAsDataURL(file);
  });
}
