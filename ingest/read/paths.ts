/** Which documents a list of files, folders and globs stands for. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { byCodeUnit } from '../../graph/ids.ts';
import { EXTENSIONS } from './formats.ts';
import type { Problem } from './reader.ts';

export interface FoundDocuments {
  /** Absolute paths, each once, in the order of the arguments and by name within one. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** What a system or an editor leaves between documents, in a folder or an archive. */
export const isHidden = (path: string): boolean =>
  path
    .split('/')
    .some(
      (part) =>
        (part.startsWith('.') && part !== '.' && part !== '..') ||
        part === '__MACOSX' ||
        part === 'node_modules',
    );

export async function findDocuments(paths: readonly string[]): Promise<FoundDocuments> {
  const files = new Set<string>();
  const problems: Problem[] = [];
  for (const path of paths) {
    const found = await expand(path);
    if (typeof found === 'string') problems.push({ name: path, problem: found, code: 'FAULT' });
    else for (const file of found) files.add(file);
  }
  return { files: [...files], problems };
}

/** The files of one argument, or what is wrong with it. A file that is named is taken whatever its name ends in. */
async function expand(path: string): Promise<readonly string[] | string> {
  const info = await stat(path).catch(() => undefined);
  if (info?.isDirectory()) {
    const files = await list(`**/*.{${EXTENSIONS.join(',')}}`, path);
    return files.length > 0
      ? files
      : `the folder holds no documents (${EXTENSIONS.map((e) => `.${e}`).join(', ')})`;
  }
  if (info?.isFile() || info?.isFIFO()) return [resolve(path)];
  if (info) return 'this is neither a file nor a folder';
  if (!isDynamicPattern(path)) return 'there is no such file or folder';
  const files = await list(path, '.');
  return files.length > 0 ? files : 'no file matches the pattern';
}

async function list(pattern: string, cwd: string): Promise<readonly string[]> {
  const files = await glob(pattern, {
    cwd,
    absolute: true,
    ignore: ['**/node_modules/**'],
    caseSensitiveMatch: false,
  });
  return files.map((file) => resolve(file)).sort(byCodeUnit);
}
