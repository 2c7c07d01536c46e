import { ENTITY_LABELS } from '../../graph/model.ts';
import { calibrate } from './calibration.ts';
import { LEVELS } from './gold.ts';
import type { DocumentScore } from './gold.ts';
import type { EntityScore } from './entities.ts';
import type { EventScore } from './events.ts';
import type { OwnScore } from './own.ts';
import type { PairScore } from './pairs.ts';
import { add, score, tally, tallyOf } from './tally.ts';
import type { Score, Tally } from './tally.ts';

export interface GoldReport {
  readonly levels: Readonly<Record<string, Score>>;
  readonly perRelation: Readonly<Record<string, Score>>;
  readonly perDocument: Readonly<Record<string, Readonly<Record<string, Score>>>>;
  readonly quotes: { readonly verbatim: number; readonly all: number };
  readonly calibration: ReturnType<typeof calibrate>;
  readonly errors: readonly string[];
}
export interface Report {
  readonly own: OwnScore;
  readonly gold?: GoldReport;
  readonly pairs?: PairScore;
  readonly events?: EventScore;
  readonly entities?: EntityScore;
}

/** The figures of all annotated documents together. */
export function goldReport(documents: readonly DocumentScore[]): GoldReport {
  const levels = new Map<string, Tally>();
  const relations = new Map<string, Tally>();
  for (const d of documents) {
    for (const label of ENTITY_LABELS) {
      add(tallyOf(levels, 'nodes'), d.nodes[label]);
      add(tallyOf(levels, `nodes ${label}`), d.nodes[label]);
    }
    for (const level of LEVELS) add(tallyOf(levels, level), d.levels[level]);
    for (const { level, type, verdict } of d.found) {
      if ((level === 'relations' || level === 'stances') && verdict !== 'arguable')
        tallyOf(relations, type)[verdict]++;
    }
    for (const { level, type } of d.missed)
      if (level === 'relations' || level === 'stances') tallyOf(relations, type).missed++;
  }
  return {
    levels: scores(levels),
    perRelation: scores(new Map([...relations].sort(([a], [b]) => (a < b ? -1 : 1)))),
    perDocument: Object.fromEntries(documents.map((d) => [d.document, documentScores(d)])),
    quotes: {
      verbatim: documents.reduce((n, d) => n + d.quotes.verbatim, 0),
      all: documents.reduce((n, d) => n + d.quotes.all, 0),
    },
    calibration: calibrate(documents.flatMap((d) => d.found)),
    errors: documents.flatMap(errorsOf),
  };
}

const scores = (map: ReadonlyMap<string, Tally>): Record<string, Score> =>
  Object.fromEntries([...map].map(([name, t]) => [name, score(t)]));

function documentScores(d: DocumentScore): Record<string, Score> {
  const nodes = ENTITY_LABELS.reduce((all, label) => add(all, d.nodes[label]), tally());
  return {
    nodes: score(nodes),
    ...Object.fromEntries(LEVELS.map((level) => [level, score(d.levels[level])])),
  };
}

function errorsOf(d: DocumentScore): string[] {
  const plain = (level: string): boolean => level !== 'country';
  return [
    ...d.missed.filter((m) => plain(m.level)).map((m) => `${d.document}: missed ${m.level} ${m.key}`),
    ...d.found
      .filter((f) => plain(f.level) && f.verdict === 'wrong')
      .map((f) => `${d.document}: extra ${f.level} ${f.key} (${f.confidence})`),
  ];
}

const pad = (text: string, width: number): string => text.padEnd(width);
const figure = (n: number): string => n.toFixed(3);
const table = (title: string, rows: Readonly<Record<string, Score>>): string[] => [
  '',
  `${pad(title, 34)}     P     R    F1  gold`,
  ...Object.entries(rows).map(
    ([name, s]) =>
      `${pad(name, 34)} ${figure(s.precision)} ${figure(s.recall)} ${figure(s.f1)} ${String(s.gold).padStart(5)}`,
  ),
];

/** The report in words, for a terminal. */
export function formatReport(report: Report, withErrors: boolean): string {
  const { own, gold, pairs, events, entities } = report;
  const lines = [
    `own cases: ${own.examples} of ${own.frames} frames fire on their example; ${own.quiet} of ${own.counterexamples} counterexamples and ${own.trapsQuiet} of ${own.traps} traps stay quiet`,
    ...(gold ? formatGold(gold) : []),
    ...(pairs ? formatPairs(pairs) : []),
  ];
  if (events) {
    lines.push(
      '',
      `plover-gsr: ${events.found} of ${events.events} events found with both parties and type (${figure(events.share)}), ${events.parties} with both parties;`,
    );
    lines.push(
      `  ${events.extra} further edges in ${events.sentences} sentences (${figure(events.extraPerSentence)} a sentence)`,
    );
  }
  if (entities) {
    const { precision, recall, f1 } = entities.named;
    lines.push(
      '',
      `re3d: named people, organisations and places P ${figure(precision)} R ${figure(recall)} F1 ${figure(f1)}; right label ${figure(entities.labelled)} of those found`,
    );
  }
  if (withErrors) lines.push('', 'Errors', ...errorLines(report));
  return `${lines.join('\n')}\n`;
}

function formatGold(gold: GoldReport): string[] {
  const { bins, sure, unsure } = gold.calibration;
  return [
    ...table('gold documents', gold.levels),
    `quotes found verbatim in their document: ${gold.quotes.verbatim} of ${gold.quotes.all}`,
    ...table('gold by relation', gold.perRelation),
    ...table(
      'gold by document (relations)',
      Object.fromEntries(Object.entries(gold.perDocument).map(([name, s]) => [name, s['relations']!])),
    ),
    '',
    'confidence  right   all  share',
    ...[...bins, unsure, sure].map(
      (b) =>
        `${b.from.toFixed(2)}-${b.to.toFixed(2)}   ${String(b.right).padStart(5)} ${String(b.all).padStart(5)}  ${figure(b.share)}`,
    ),
  ];
}

const formatPairs = (pairs: PairScore): string[] => [
  ...table('pairs by relation', pairs.perRelation),
  `pairs: accuracy ${figure(pairs.accuracy)}, macro-F1 ${figure(pairs.macroF1)}, same side ${figure(pairs.sameSide)}, answered ${figure(pairs.answered)} of ${pairs.rows}`,
  ...(pairs.neutral.rows > 0
    ? [`neutral rows left alone: ${pairs.neutral.leftAlone} of ${pairs.neutral.rows}`]
    : []),
];

function errorLines({ own, gold, pairs, events, entities }: Report): string[] {
  return [
    ...own.errors,
    ...(gold?.errors ?? []),
    ...(pairs?.errors.map((e) => `${e.id}: ${e.gold} read as ${e.got}: ${e.text}`) ?? []),
    ...(events?.errors.map(
      (e) => `${e.id}: missed [${e.missed.join('; ')}] extra [${e.extra.join('; ')}]: ${e.text}`,
    ) ?? []),
    ...(entities?.errors.map(
      (e) =>
        `${e.id}: missed [${e.missed.join('; ')}] extra [${e.extra.join('; ')}] mislabelled [${e.mislabelled.join('; ')}]`,
    ) ?? []),
  ];
}
