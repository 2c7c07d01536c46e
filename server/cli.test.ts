import { describe, expect, it } from 'vitest';
import { runCli as cli } from './testing/cli.ts';

describe('entente', () => {
  it('explains itself and leaves with 2 when used wrongly', async () => {
    const help = await cli(['--help']);
    expect(help).toMatchObject({ code: 0, err: '' });
    for (const name of ['ingest', 'extract', 'classify', 'query', 'export', 'stats', 'serve']) {
      expect(help.out).toContain(name);
      expect((await cli([name, '--help'])).out).toContain('Usage: entente');
    }
    for (const args of [
      [],
      ['fly'],
      ['query'],
      ['query', 'x', '--max-rows', '0'],
      ['export', '--format', 'pdf'],
      ['extract'],
    ]) {
      expect((await cli(args)).code, args.join(' ')).toBe(2);
    }
  }, 60_000);
});
