import { mkdir, rm, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { startCli } from '../testing/cli.ts';
import { useWorkplace } from '../testing/workplace.ts';

const { at, cli, env } = useWorkplace();

it('entente watch reads what comes, what changes and, when asked, what goes', async () => {
  await mkdir(at('in'));
  await writeFile(at('in/a.txt'), 'Iran condemned Israel.');
  const watching = startCli(['watch', at('in'), '--every', '1', '--prune'], env());
  await watching.says(/\(1 new, 0 replaced/);
  await writeFile(at('in/b.md'), 'Cuba supported Venezuela.');
  await watching.says(/\(1 new, 0 replaced, 1 unchanged/);
  await writeFile(at('in/a.txt'), 'Iran thanked Israel for the water.');
  await watching.says(/\(0 new, 1 replaced, 1 unchanged/);
  await rm(at('in/b.md'));
  await watching.says(/1 removed/);
  expect(await watching.end('SIGTERM')).toBe(0);
  expect(JSON.parse((await cli(['stats', '--json'])).out)).toMatchObject({ statements: 1 });
});
