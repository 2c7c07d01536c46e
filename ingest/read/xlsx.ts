import { Rejection } from '../rejection.ts';
import { documentOf } from './records-reader.ts';
import type { Reader } from './reader.ts';
import { checkZip } from './unzip.ts';

/** The sheets of a workbook; the first row of each names its columns, and every other is a document. */
export const readXlsx: Reader = async function* (input, reading) {
  await checkZip(input, reading.budget);
  const { default: readSheets } = await import('read-excel-file/node');
  const sheets = await readSheets(Buffer.from(await input.bytes())).catch((error: Error) => {
    throw new Rejection('DAMAGED', `the workbook is damaged: ${error.message}`);
  });
  let any = false;
  for (const { sheet, data } of sheets) {
    const [header, ...rows] = data;
    const names = (header ?? []).map((cell) => String(cell ?? ''));
    for (const [n, row] of rows.entries()) {
      if (row.every((cell) => cell === null)) continue;
      any = true;
      const record = Object.fromEntries(names.map((name, column) => [name, row[column] ?? null]));
      yield documentOf(`${input.name}!/${sheet}`, n + 2, record, reading, input.around);
    }
  }
  if (!any) throw new Rejection('EMPTY', 'the workbook has no rows under its headers');
};
