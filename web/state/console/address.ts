import type { Draft } from './notebook.ts';
import type { Field, Fields } from './parameters.ts';
import { PARAMETER_TYPES } from './parameters.ts';

const QUERY = 'cypher.query';
const PARAMETERS = 'cypher.parameters';
/** Characters of a query that go into an address: a server reads a line of 16 KB at most. */
const MOST = 4000;

type Settings = Readonly<Record<string, string>>;

/** A query as settings of the view, by which its address leads to it again; a very long one is left out. */
export function settingsOf({ cypher, fields }: Draft): Settings {
  const entries = Object.entries(fields).map(([name, { type, text }]) => [name, [type, text]] as const);
  const parameters = entries.length > 0 ? JSON.stringify(Object.fromEntries(entries)) : '';
  const fits = encodeURIComponent(cypher + parameters).length <= MOST;
  return { [QUERY]: fits ? cypher : '', [PARAMETERS]: fits ? parameters : '' };
}

/** The query that an address names, if it names one. Parameters that cannot be read are left to be filled in. */
export function draftIn(settings: Settings): Draft | undefined {
  const cypher = settings[QUERY];
  return cypher ? { cypher, fields: readFields(settings[PARAMETERS]) } : undefined;
}

function readFields(text: string | undefined): Fields {
  const given = parsed(text);
  if (typeof given !== 'object' || given === null) return {};
  const fields = Object.entries(given).flatMap(([name, value]): [string, Field][] => {
    const [type, words] = Array.isArray(value) ? (value as unknown[]) : [];
    const known = PARAMETER_TYPES.find((t) => t === type);
    return known && typeof words === 'string' ? [[name, { type: known, text: words }]] : [];
  });
  return Object.fromEntries(fields);
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
