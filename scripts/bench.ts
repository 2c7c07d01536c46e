/**
 * How fast text is read and what it takes: `npm run bench`, which builds first.
 *
 * - Speed: our whole extraction against compromise alone tagging the same texts, turn by turn in one process on one
 *   core; medians of 5 after one turn that is not counted, so that a busy machine slows both alike.
 * - Ten times the text in one document, likewise turn by turn.
 * - Sentences about nobody, which a pre-scan passes over, against sentences about somebody.
 * - Odd texts, on which a careless step would take for ever.
 * - Memory: the peak resident size of `entente extract` on a document of 5 MB, the whole program with its output.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nlp from 'compromise';
import { createExtractor, readHeader, readStatement } from '../ingest/index.ts';
import { paragraphs, sentencesOf } from '../ingest/text/sentences.ts';
import { ODD_TEXTS } from '../ingest/testing/odd-texts.ts';

const ROUNDS = 5;
const BIG = 5_000_000;
const ODD = 500_000;
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

function time(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

/** Median milliseconds of each, taking turns. */
function medians(...runs: (() => unknown)[]): number[] {
  for (const run of runs) run();
  const rounds = Array.from({ length: ROUNDS }, () => runs.map(time));
  return runs.map((_, n) => rounds.map((r) => r[n]!).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!);
}

/** The bodies of all texts, as often as asked, as one document. */
const long = (texts: readonly string[], times: number): string =>
  Array.from({ length: times }, () => texts.map((t) => t.slice(readHeader(t).body).trim()).join('\n\n')).join(
    '\n\n',
  );

function speed(name: string, texts: readonly string[]): string[] {
  const statements = texts.map((text) => readStatement(text));
  const [ours = 0, theirs = 0] = medians(
    () => statements.map((s) => extractor.extract(s)),
    () => texts.map((text) => nlp(text)),
  );
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

function tenfold(texts: readonly string[]): void {
  const [once, ten] = [readStatement(long(texts, 1)), readStatement(long(texts, 10))];
  const [short = 0, longer = 0] = medians(
    () => extractor.extract(once),
    () => extractor.extract(ten),
  );
  console.log(
    `ten times the text in one document takes ${(longer / short).toFixed(1)} times as long (${short.toFixed(0)} and ${longer.toFixed(0)} ms)`,
  );
}

const ABOUT_NOBODY = [
  'The harvest was poor last year and prices rose in most of the markets.',
  'Many roads were closed after heavy rain, and trains ran late until the evening.',
];
const ABOUT_SOMEBODY = [
  'Norway condemned the raid of Iran on an old harbour, and ships stayed away last year.',
  'France thanked Egypt for its help, and trains to the coast ran late until the evening.',
];

/** What a sentence about nobody costs, as a share of one about somebody. */
function prescan(): void {
  const [nobody = 0, somebody = 0] = medians(
    ...[ABOUT_NOBODY, ABOUT_SOMEBODY].map((sentences) => {
      const text = Array.from({ length: 1000 }, (_, n) => sentences[n % sentences.length]).join('\n\n');
      return () => extractor.extract({ id: 'statement:prescan', text, language: 'en' });
    }),
  );
  console.log(
    `a sentence about nobody takes ${(nobody / somebody).toFixed(2)} of the time of one about somebody (${nobody.toFixed(0)} and ${somebody.toFixed(0)} ms for 1000)`,
  );
}

/** Seconds for a text of each odd kind, and how much longer than for a quarter of it: about 4 when no step is quadratic. */
function odd(): void {
  const rows = Object.entries(ODD_TEXTS).map(([name, make]) => {
    const [quarter, whole] = [ODD / 4, ODD].map((size) => {
      const statement = { id: 'statement:odd', text: make(size), language: 'en' };
      return time(() => extractor.extract(statement));
    }) as [number, number];
    return [name, (whole / 1000).toFixed(1), (whole / quarter).toFixed(1)];
  });
  print([[`odd texts of ${ODD / 1e6} MB`, 'seconds', 'times a quarter of it'], ...rows]);
}

/** Prints the peak of the process that it is loaded into. */
const WATCH =
  'data:text/javascript,process.on("exit",()=>process.stderr.write(`peak ${process.resourceUsage().maxRSS}`))';

function memory(texts: readonly string[]): void {
  const text = long(texts, Math.ceil(BIG / long(texts, 1).length));
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  try {
    const file = join(folder, 'long.txt');
    writeFileSync(file, text);
    const started = performance.now();
    const command = ['--import', WATCH, join(root, 'bin/entente.mjs'), 'extract', file];
    const { stderr, stdout, status } = spawnSync(process.execPath, command, {
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    const peak = /peak (\d+)$/.exec(stderr)?.[1];
    if (status !== 0 || peak === undefined) throw new Error(`entente extract failed: ${stderr}`);
    const seconds = (performance.now() - started) / 1000;
    console.log(
      `entente extract of ${(text.length / 1e6).toFixed(1)} MB: ${seconds.toFixed(1)} s, ${(stdout.length / 1e6).toFixed(0)} MB of JSON, peak memory ${(Number(peak) / 1024).toFixed(0)} MB`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const examples = textsOf(join(root, 'examples'));
const gold = textsOf(join(root, '..', 'shared', 'gold'));
const all = [...examples, ...gold];
console.log(
  `Node ${process.version}; medians of ${ROUNDS} turns after one that is not counted; one process, one core`,
);
print([
  ['texts', 'documents', 'sentences', 'entente ms', 'compromise ms', 'sentences/s', 'times as fast'],
  speed('examples', examples),
  ...(gold.length > 0 ? [speed('../shared/gold', gold)] : []),
]);
tenfold(all);
prescan();
odd();
memory(all);
