/**
 * How fast text is read: `npm run bench`. Our whole extraction against compromise alone tagging the same texts, in one
 * process on one core, medians of 5 after a warm-up; ten times the text; the memory that a document of 5 MB takes.
 * With --memory (used by itself in a fresh process) only the last.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createExtractor, readHeader, readStatement } from '../ingest/index.ts';
import { paragraphs, sentencesOf } from '../ingest/text/sentences.ts';

const ROUNDS = 5;
const BIG = 5_000_000;
const root = fileURLToPath(new URL('..', import.meta.url));
const extractor = createExtractor();

const textsOf = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((f) => f.endsWith('.txt'))
        .sort()
        .map((f) => readFileSync(join(folder, f), 'utf8'))
    : [];
const sentences = (text: string): number =>
  paragraphs(text, readHeader(text).body).reduce((n, p) => n + sentencesOf(text, p, 0).length, 0);
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Middle one of five times in milliseconds, after one run that is not counted. */
function median(run: () => unknown): number {
  run();
  const times = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
}

/** The bodies of all texts, as often as asked, as one document. */
const long = (texts: readonly string[], times: number): string =>
  Array.from({ length: times }, () => texts.map((t) => t.slice(readHeader(t).body).trim()).join('\n\n')).join(
    '\n\n',
  );

/** compromise is loaded here only, so that the memory of a document is ours alone. */
async function speed(name: string, texts: readonly string[]): Promise<string[]> {
  const { default: nlp } = await import('compromise');
  const statements = texts.map((text) => readStatement(text));
  const ours = median(() => statements.map((s) => extractor.extract(s)));
  const theirs = median(() => texts.map((text) => nlp(text)));
  const count = sum(texts.map(sentences));
  return [
    name,
    `${texts.length}`,
    `${count}`,
    ours.toFixed(0),
    theirs.toFixed(0),
    ((count / ours) * 1000).toFixed(0),
    (theirs / ours).toFixed(2),
  ];
}

function print(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_, n) => Math.max(...rows.map((r) => r[n]!.length)));
  for (const row of rows)
    console.log(
      row.map((cell, n) => (n === 0 ? cell.padEnd(widths[n]!) : cell.padStart(widths[n]!))).join('  '),
    );
}

function memory(texts: readonly string[]): void {
  const text = long(texts, Math.ceil(BIG / long(texts, 1).length));
  const started = performance.now();
  const { edges } = extractor.extract(readStatement(text));
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${(text.length / 1e6).toFixed(1)} MB document: ${((performance.now() - started) / 1000).toFixed(1)} s, ${edges.length} edges, peak memory ${peak.toFixed(0)} MB`,
  );
}

const examples = textsOf(join(root, 'examples'));
const gold = textsOf(join(root, '..', 'shared', 'gold'));
const all = [...examples, ...gold];

if (process.argv.includes('--memory')) memory(all);
else {
  console.log(
    `Node ${process.version}; medians of ${ROUNDS} runs after one that is not counted; one process, one core`,
  );
  print([
    ['texts', 'documents', 'sentences', 'entente ms', 'compromise ms', 'sentences/s', 'times as fast'],
    await speed('examples', examples),
    ...(gold.length > 0 ? [await speed('../shared/gold', gold)] : []),
  ]);
  const [once, tenfold] = [readStatement(long(all, 1)), readStatement(long(all, 10))];
  const [short, longer] = [median(() => extractor.extract(once)), median(() => extractor.extract(tenfold))];
  console.log(
    `ten times the text in one document takes ${(longer / short).toFixed(1)} times as long (${short.toFixed(0)} and ${longer.toFixed(0)} ms)`,
  );
  execFileSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), '--memory'], {
    stdio: 'inherit',
  });
}
