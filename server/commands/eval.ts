import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { statementId } from '../../graph/ids.ts';
import type { Statement } from '../../graph/model.ts';
import type { EntityRow } from '../../ingest/eval/entities.ts';
import type { EventRow } from '../../ingest/eval/events.ts';
import type { GoldGraph } from '../../ingest/eval/gold.ts';
import type { PairRow } from '../../ingest/eval/pairs.ts';
import { CliError, EXIT } from '../cli/failure.ts';
import { print } from '../cli/io.ts';
import { PACKAGE_ROOT } from '../package-info.ts';

interface Options {
  readonly shared?: string;
  readonly errors?: true;
  readonly json?: true;
}

const HELP = `
Scores our own cases: the example and counterexample of every frame, and sentences that say no relation. With evaluation
data beside the project (gold/*.json, eval/plv-train.jsonl, eval/plover-gsr.jsonl, eval/re3d-dev.jsonl) also those:
  gold    nodes, relations, stances, structure and country level against annotated documents, by relation and document,
          and how often edges of each confidence are right
  pairs   the relation between two given parties
  events  events found with both parties and type in single sentences, and edges besides
  names   people, organisations and places found in press statements

Examples:
  $ entente eval
  $ entente eval --shared ../shared --errors > errors.txt`;

/** `entente eval`: how good the extractor is. */
export function evalCommand(): Command {
  return new Command('eval')
    .description('score the extractor on its own cases and on annotated data')
    .option('--shared <dir>', 'folder with gold/ and eval/; ../shared when there is one')
    .option('--errors', 'list every error')
    .option('--json', 'print the figures as JSON')
    .addHelpText('after', HELP)
    .action(evaluate);
}

const load = async () => ({
  ...(await import('../../ingest/index.ts')),
  ...(await import('../../ingest/eval/entities.ts')),
  ...(await import('../../ingest/eval/events.ts')),
  ...(await import('../../ingest/eval/gold.ts')),
  ...(await import('../../ingest/eval/own.ts')),
  ...(await import('../../ingest/eval/pairs.ts')),
  ...(await import('../../ingest/eval/report.ts')),
});

async function evaluate({ shared, errors, json }: Options): Promise<void> {
  const folder = resolve(shared ?? join(PACKAGE_ROOT, '..', 'shared'));
  if (shared !== undefined && !existsSync(folder))
    throw new CliError(`there is no folder ${shared}`, EXIT.usage);
  const $ = await load();
  const extractor = $.createExtractor();
  const read = (text: string, fields = {}) => extractor.extract($.readStatement(text, fields));
  const gold = goldFiles(join(folder, 'gold')).map(({ graph, text }) => $.scoreDocument(graph, read(text)));
  const pairs = lines<PairRow>(join(folder, 'eval', 'plv-train.jsonl'));
  const events = lines<EventRow>(join(folder, 'eval', 'plover-gsr.jsonl'));
  const entities = lines<EntityRow>(join(folder, 'eval', 're3d-dev.jsonl'));
  const report = {
    own: $.scoreOwn((text, speaker) => extractor.extract(sentence(text, speaker)), traps()),
    ...(gold.length > 0 && { gold: $.goldReport(gold) }),
    ...(pairs && { pairs: $.scorePairs(pairs, (row) => $.classify(row).type) }),
    ...(events && { events: $.scoreEvents(events, (row) => read(row.text, { date: row.date })) }),
    ...(entities && { entities: $.scoreEntities(entities, (row) => read(row.text, { title: row.title })) }),
  };
  await print(
    json
      ? `${JSON.stringify(report, errors ? undefined : withoutErrors, 2)}\n`
      : $.formatReport(report, errors === true),
  );
}

/** A case of our own, without the checks of `readStatement`: single sentences are too short to tell their language. */
function sentence(text: string, speaker?: string): Statement {
  const fields = { text, ...(speaker !== undefined && { speaker }) };
  return { id: statementId(fields), ...fields, language: 'en' };
}

const withoutErrors = (key: string, value: unknown): unknown => (key === 'errors' ? undefined : value);

function goldFiles(folder: string): { graph: GoldGraph; text: string }[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((f) => f.endsWith('.json'));
  return files.sort().map((f) => {
    const graph = JSON.parse(readFileSync(join(folder, f), 'utf8')) as GoldGraph;
    return { graph, text: readFileSync(join(folder, graph.document), 'utf8') };
  });
}

function lines<T>(path: string): T[] | undefined {
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** The trap sentences of a source checkout; a package holds none. */
function traps(): string[] {
  const path = join(PACKAGE_ROOT, 'ingest', 'cases', 'traps.tsv');
  if (!existsSync(path)) return [];
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return rows.slice(1).map((row) => row.split('\t')[1] ?? '');
}
