import { Rejection } from '../rejection.ts';
import { decode } from './decode.ts';
import { documentOf } from './records-reader.ts';
import type { Reader } from './reader.ts';

/** JSON: one document, a list of them, or an object one of whose values is a list of them. */
export const readJson: Reader = async function* (input, reading) {
  const source = await decode(await input.bytes());
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    throw new Rejection('DAMAGED', `not JSON: ${(error as Error).message}`);
  }
  const records = recordsOf(value);
  if (records.length === 0) throw new Rejection('EMPTY', 'the list is empty; there is nothing to read');
  for (const [n, record] of records.entries())
    yield documentOf(input.name, n + 1, record, reading, input.around);
};

function recordsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const lists = typeof value === 'object' && value !== null ? Object.values(value).filter(isRecords) : [];
  return lists.length === 1 ? lists[0]! : [value];
}

const isRecords = (value: unknown): value is unknown[] =>
  Array.isArray(value) && value.length > 0 && value.every((v) => typeof v === 'object' && v !== null);
