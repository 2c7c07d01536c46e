import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { useWorkplace } from '../testing/workplace.ts';

const { at, cli, fill } = useWorkplace();

it('compares exports, stores and rules, and says by its exit code whether they differ', async () => {
  await fill();
  await cli(['export', '--format', 'json', '--out', at('before.json')]);
  expect(await cli(['diff', at('before.json'), 'store'])).toMatchObject({ code: 0, out: '' });
  // The store was filled by another extractor: its texts say the same by the rules, but for reasons and confidence.
  const rules = await cli(['diff', at('data'), 'rules', '--json']);
  expect(rules.code).toBe(1);
  expect(JSON.parse(rules.out)).toMatchObject({
    totals: { statements: { added: 0, gone: 0 }, edges: { changed: 1 } },
  });
  await writeFile(at('more.txt'), 'Title: More\nDate: 2024-02-01\n\nFrance condemned Mali.\n');
  await cli(['ingest', at('more.txt')]);
  const found = await cli(['diff', at('before.json'), 'store']);
  expect(found.code).toBe(1);
  expect(found.out).toMatch(/\+ France CONDEMNS Mali\n {4}“France condemned Mali.?” {2}2024-02-01 {2}More/);
  for (const [args, why] of [
    [[at('before.json'), at('nothing.json')], /there is no .*nothing\.json: name a file/],
    [[at('before.json'), 'rules'], /holds no store whose texts/],
    [[at('more.txt'), 'store'], /more\.txt: it is neither an export/],
  ] as const) {
    const failed = await cli(['diff', ...args]);
    expect(failed.code).toBe(2);
    expect(failed.err).toMatch(why);
  }
});
