import { describe, expect, it } from 'vitest';
import { readStatement } from '../../ingest/index.ts';
import { openStore } from '../../graph/store/open.ts';
import { startServer } from '../main.ts';
import { useWorkplace } from '../testing/workplace.ts';
import { wordExtractor } from '../testing/word-extractor.ts';

describe('entente export', () => {
  const { cli, at } = useWorkplace();

  it('takes the fields of the filter, on a store of its own and through a server alike', async () => {
    process.env['ENTENTE_LOG'] = 'silent';
    const texts = [
      ['Iran condemns Cuba.', 'Office, the first'],
      ['Iran condemns Cuba.', 'Another'],
      ['Iran supports Cuba.', 'Office, the first'],
      ['France condemns Japan.', 'Office, the first'],
    ] as const;
    const store = await openStore({ kind: 'embedded', path: at('data') });
    await store.save(texts.map(([text, source]) => wordExtractor.extract(readStatement(text, { source }))));
    const filter = ['--sources', 'Office, the first', '--countries', 'CUB', '--sign', 'conflict'];
    const command = ['export', '--format', 'csv', ...filter, '--min-confidence', '0.5', '--text', 'condemns'];

    const server = await startServer({ store, extractor: wordExtractor, port: 0 });
    const through = await cli([...command, '--server', server.url]);
    await server.close();
    const own = await cli(command);

    expect([own.code, own.err]).toEqual([0, '']);
    expect(own.out.trim().split('\n')).toHaveLength(2);
    expect(own.out).toContain('Iran');
    expect(through.out).toBe(own.out);
    const wrong = await cli(['export', '--format', 'csv', '--min-confidence', '7']);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('--min-confidence')]);
  });
});
