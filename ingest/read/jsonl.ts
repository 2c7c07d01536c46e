import { Rejection } from '../rejection.ts';
import { documentOf } from './records-reader.ts';
import { problemOf } from './reader.ts';
import type { Reader } from './reader.ts';
import { readRecords } from './records.ts';

/** JSON Lines, one document a line: `{"text", "title"?, "date"?, "source"?, "speaker"?, "kind"?, "url"?, "id"?}`. */
export const readJsonl: Reader = async function* (input, reading) {
  let any = false;
  for await (const item of readRecords(input.stream(), (fields) => fields)) {
    any = true;
    if ('problem' in item)
      yield problemOf(`${input.name}:${item.line}`, new Rejection('DAMAGED', item.problem));
    else yield documentOf(input.name, item.line, item.record, reading, input.around);
  }
  if (!any) throw new Rejection('EMPTY', 'the file is empty; there is nothing to read');
};
