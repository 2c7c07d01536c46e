/** Prints the version of Node and a hash of the graph of each text file in the folders given, a line each. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { serialiseExtraction } from '../graph/serialise.ts';
import { createExtractor, readStatement } from '../ingest/index.ts';

const extractor = createExtractor();
console.log(process.version);
for (const folder of process.argv.slice(2)) {
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.txt')) continue;
    const text = readFileSync(join(folder, file), 'utf8');
    const graph = JSON.stringify(serialiseExtraction(extractor.extract(readStatement(text))));
    console.log(`${file} ${createHash('sha256').update(graph).digest('hex')}`);
  }
}
