/** Writes specimen releases in every format: `npx tsx scripts/corpus.ts <folder> [count]`, 25,000 unless told. */
import { writeCorpus } from '../ingest/testing/corpus.ts';

const [folder, count = '25000'] = process.argv.slice(2);
if (!folder) throw new Error('name a folder: npx tsx scripts/corpus.ts <folder> [count]');
await writeCorpus(folder, { count: Number(count) });
