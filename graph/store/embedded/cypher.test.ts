import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { openStore } from '../open.ts';
import { cypherContract } from '../testing/cypher.contract.ts';

const home = mkdtempSync(join(tmpdir(), 'entente-cypher-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** The database's files, read whole; queries run on copies of them. */
async function fingerprint(): Promise<string> {
  const files = readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile() && !f.parentPath.includes('snapshots'))
    .map((f) => join(f.parentPath, f.name))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

describe('Cypher on the embedded store', () => {
  cypherContract(() => openStore({ kind: 'embedded', path: home }), fingerprint);
});
