import { expect, it } from 'vitest';
import { exportFile } from '../../export/formats.ts';
import type { FormatName, Table } from '../../export/names.ts';
import { fromStore } from '../../export/source.ts';
import { planImport } from '../../import/import.ts';
import type { ImportFile } from '../../import/import.ts';
import type { GraphStore } from '../store.ts';
import { CUBA, DIAZ, IRAN, USA, crowd, said } from './builders.ts';
import { dump } from './reading-all.ts';

const read = (file: Omit<ImportFile, 'dataset' | 'mapping'>) =>
  planImport({ dataset: 'coded', mapping: { columns: {}, defaults: {}, types: {} }, ...file }, (name) =>
    [IRAN, CUBA, USA].find((node) => node.name === name),
  );

async function written(store: GraphStore, format: FormatName, table?: Table): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of exportFile(format, fromStore(store), table).chunks) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Taking graphs in: what the store itself exported, and what others coded. */
export function importContract(open: () => Promise<GraphStore>): void {
  it.each(['json', 'csv'] as const)('gives the same graph back from %s', async (format) => {
    const store = await open();
    await store.save([
      ...crowd(20, 15),
      said('He said: "1 < 2 & 3";\r\n\té 🕊', [[IRAN, 'CONDEMNS', USA]], { title: 'A "title"' }),
      said('The President of Cuba.', [[DIAZ, 'REPRESENTS', CUBA, { role: 'President', from: '2018' }]]),
    ]);
    const before = await dump(store);
    const nodes = format === 'csv' ? { nodes: await written(store, 'csv', 'nodes') } : {};
    const { extractions, problems } = await read({ format, content: await written(store, format), ...nodes });
    expect(problems).toEqual([]);
    // A new store; of a server that has one database, the same one emptied.
    const copy = await open();
    await copy.save(extractions);
    expect(await dump(copy)).toBe(before);
  });

  it('holds what others coded beside what was read, and takes it once', async () => {
    const store = await open();
    await store.save([said('Iran condemned Cuba.', [[IRAN, 'CONDEMNS', CUBA]])]);
    const content = 'source,target,type,date\nIran,Cuba,AID,2023-05-07\nUnited States,Iran,SANCTION,2022\n';
    const { extractions, problems } = await read({ format: 'csv', content });
    expect(problems).toEqual([]);
    expect(await store.save(extractions)).toMatchObject({ added: 2 });
    expect(await store.save(extractions)).toMatchObject({ added: 0, unchanged: 2 });
    expect((await store.stats()).edges).toMatchObject({ AIDS: 1, CONDEMNS: 1, SANCTIONS: 1 });
    const { columns, rows } = await store.query(
      "MATCH (s:Statement {kind: 'import'})-[:MENTIONS]->(n:Entity) RETURN s.source AS source, n.name AS name ORDER BY name",
      {},
      { maxRows: 10, timeoutMs: 20_000 },
    );
    expect([columns, rows.map(([, name]) => name)]).toEqual([
      ['source', 'name'],
      [CUBA.name, IRAN.name, IRAN.name, USA.name],
    ]);
  });
}
