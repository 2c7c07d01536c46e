import { text } from 'node:stream/consumers';
import { Command, InvalidArgumentError } from 'commander';
import { readQuestions, valuesFor } from '../../graph/questions/questions.ts';
import type { QueryResult } from '../../graph/store/store.ts';
import { CliError, EXIT } from '../cli/failure.ts';
import { note, print } from '../cli/io.ts';
import { parameter } from '../cli/parameter.ts';
import { serverOption } from '../cli/program.ts';
import { withTarget } from '../cli/target.ts';
import type { TargetOptions } from '../cli/target.ts';

type Params = Readonly<Record<string, unknown>>;
interface Options extends TargetOptions {
  readonly param: Params;
  readonly maxRows: number;
  readonly timeout: number;
  readonly json?: true;
  readonly question?: string;
  readonly questions?: true;
}

const HELP = `
Queries may only read. Nodes are (:Entity:Person {id, name, aliases}), (:Entity:Country …), Organization, Event, Issue, Place and
(:Statement {id, title, date, text}); every edge carries quote, statement, date, modality, confidence, speaker and why.

Examples:
  $ entente query 'MATCH (a)-[r:CONDEMNS]->(b) RETURN a.name, b.name, r.quote'
  $ entente query 'MATCH (a {name: $name})-[r]->(b) RETURN type(r), b.name' --param name=Iran
  $ entente query 'MATCH (n) RETURN n LIMIT $n' --param n=5 --json
  $ entente query - < question.cypher
  $ entente query --question sanctions-on --param country=Iran`;

/** `entente query`: Cypher at the terminal. */
export function queryCommand(): Command {
  return new Command('query')
    .description('ask the graph in Cypher (read-only)')
    .argument('[cypher]', 'the query, or - for standard input')
    .option(
      '-p, --param <name=value>',
      'a parameter; the value is JSON, or else text (repeatable)',
      parameter,
      {},
    )
    .option(
      '--question <id>',
      'ask a ready question (--questions lists them); parameters not given have its own values',
    )
    .option('--questions', 'list the ready questions')
    .option('--max-rows <n>', 'most rows to print', wholeNumber(1, 1_000_000), 1000)
    .option('--timeout <seconds>', 'stop the query after this time', seconds, 10)
    .option('--json', 'print {columns, rows, truncated, cut?, ms}')
    .addOption(serverOption())
    .addHelpText('after', HELP)
    .action(async (cypher: string | undefined, options: Options) => {
      if (options.questions) return print(listQuestions());
      const [query, param] = await asked(cypher, options);
      await withTarget(options, (target) => run(target, query, { ...options, param }));
    });
}

/** What is asked: words given, standard input, or a ready question with the values given for it. */
async function asked(cypher: string | undefined, { question, param }: Options): Promise<[string, Params]> {
  if (question === undefined) {
    if (cypher === undefined)
      throw new CliError('give a query, - for standard input, or --question', EXIT.usage);
    return [cypher === '-' ? await text(process.stdin) : cypher, param];
  }
  const ready = readQuestions().find((q) => q.id === question);
  if (!ready)
    throw new CliError(
      `there is no question "${question}"; \`entente query --questions\` lists them`,
      EXIT.usage,
    );
  const unknown = Object.keys(param).filter((name) => !(name in ready.parameters));
  if (unknown.length > 0) {
    const known = Object.keys(ready.parameters).join(', ') || 'none';
    throw new CliError(`"${question}" has no parameter ${unknown.join(', ')}; it has ${known}`, EXIT.usage);
  }
  return [ready.cypher, valuesFor(ready, param)];
}

/** One a line: id, title and parameters with their own values. */
const listQuestions = (): string =>
  readQuestions()
    .map(({ id, title, parameters }) => {
      const values = Object.entries(parameters).map(
        ([name, p]) => ` --param ${name}=${JSON.stringify(p.default)}`,
      );
      return `${id.padEnd(24)} ${title}${values.join('')}\n`;
    })
    .join('');

async function run(target: { query: Query }, cypher: string, options: Options): Promise<void> {
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  try {
    const limits = { maxRows: options.maxRows, timeoutMs: options.timeout * 1000, signal: stop.signal };
    await show(await target.query(cypher, options.param, limits), options);
  } finally {
    process.off('SIGINT', interrupt);
  }
}
type Query = (
  cypher: string,
  params: Params,
  limits: { maxRows: number; timeoutMs: number; signal: AbortSignal },
) => Promise<QueryResult>;

async function show(result: QueryResult, { json, maxRows }: Options): Promise<void> {
  if (json) return print(`${JSON.stringify(result)}\n`);
  const { renderTable } = await import('../cli/table.ts');
  const width = process.stdout.isTTY ? process.stdout.columns : undefined;
  await print(renderTable(result.columns, result.rows, { width }));
  const rows = `${result.rows.length} ${result.rows.length === 1 ? 'row' : 'rows'} in ${Math.round(result.ms)} ms`;
  const more =
    result.cut === 'bytes' ? 'return fewer or smaller values' : `more than ${maxRows}, see --max-rows`;
  note(result.truncated ? `${rows}; there are more: ${more}` : rows);
}

function seconds(given: string): number {
  const value = Number(given);
  if (!(value > 0 && value <= 86_400)) throw new InvalidArgumentError('give a number of seconds above 0');
  return value;
}

const wholeNumber =
  (min: number, max: number) =>
  (given: string): number => {
    const value = Number(given);
    if (!Number.isInteger(value) || value < min || value > max)
      throw new InvalidArgumentError(`give a whole number from ${min} to ${max}`);
    return value;
  };
