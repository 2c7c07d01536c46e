#!/usr/bin/env node
// Packs the data files (TSV, YAML, and the checker of the evidence bundle) of a folder into one TypeScript module beside them, so that the same code reads them
// in Node, in a bundle and in a page. Run by `npm run data`; the result is not kept in git.
import { readdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packs = [
  { out: 'graph/ontology/packed.ts', folders: ['graph/ontology'] },
  { out: 'graph/import/packed.ts', folders: ['graph/import'] },
  { out: 'graph/export/packed.ts', folders: ['graph/export/files'] },
  { out: 'graph/questions/packed.ts', folders: ['graph/questions'] },
  { out: 'graph/identity/packed.ts', folders: ['graph/identity/words'] },
  { out: 'ingest/packed.ts', folders: ['ingest/lexicon', 'ingest/frames'] },
];
const root = fileURLToPath(new URL('..', import.meta.url));

for (const { out, folders } of packs) {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((f) => /\.(tsv|yaml|py|txt)$/.test(f))
      .sort()
      .map((f) => join(folder, f)),
  );
  const entries = files.map(
    (f) =>
      `  ${JSON.stringify(f.split('/').slice(1).join('/'))}: ${JSON.stringify(readFileSync(join(root, f), 'utf8'))},\n`,
  );
  const text = `// Made by scripts/pack-data.mjs; change the data files instead.\nexport const packed: Readonly<Record<string, string>> = {\n${entries.join('')}};\n`;
  const target = join(root, out);
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text);
}
