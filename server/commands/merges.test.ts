import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { openStore } from '../../graph/store/open.ts';
import { dump } from '../../graph/store/testing/reading-all.ts';
import { serveCli } from '../testing/cli.ts';
import { useWorkplace } from '../testing/workplace.ts';

const { at, cli, env } = useWorkplace();

const FIRST = `Title: Talks in Algiers
Date: 2006-04-10

Foreign Minister Mohammed Bedjaoui of Algeria met with Foreign Minister Philippe Douste-Blazy of France in Algiers. Mohammed Bedjaoui praised France.
`;
const SECOND = `Title: The Arab League on Lebanon
Date: 2006-07-15

Foreign Minister Mohamed Bedjaoui of Algeria met with Egypt in Cairo. Mohamed Bedjaoui condemned Israel.
`;
const [ID, OTHER] = ['person:mohamed-bedjaoui', 'person:mohammed-bedjaoui'];

const file = (): string => at('decisions.tsv');
async function dumped(): Promise<string> {
  const store = await openStore({ kind: 'embedded', path: at('data') });
  const text = await dump(store);
  await store.close();
  return text;
}

it('lists what may be the same, decides, hands it on as a file, and undoes it', async () => {
  await writeFile(at('a.txt'), FIRST);
  await writeFile(at('b.txt'), SECOND);
  await cli(['ingest', at('a.txt'), at('b.txt')]);
  const before = await dumped();
  const listed = await cli(['merges']);
  expect(listed.out).toMatch(
    /0\.\d\d {2}Are person:moham\w+-bedjaoui and person:moham\w+-bedjaoui the same\?/,
  );
  expect(listed.out).toContain('sound the same');
  expect(listed.out).toMatch(/“Foreign Minister Moham\w+ Bedjaoui of Algeria” — 2006-0\d-\d\d, T/);

  expect(await cli(['merges', 'accept', ID, OTHER, '--note', 'one man'])).toMatchObject({
    code: 0,
    out: '1 decided; 1 statement says it otherwise now\n',
  });
  expect(await dumped()).not.toContain(ID);
  await cli(['merges', 'export', '--out', file()]);
  expect(await readFile(file(), 'utf8')).toContain(`same\t${ID}\t${OTHER}\tone man\n`);
  expect((await cli(['merges', 'withdraw', ID, OTHER])).out).toContain('1 withdrawn');
  expect(await dumped()).toBe(before);
});

it('works on a server, too', async () => {
  const { url, end } = await serveCli(env());
  const there = (...args: readonly string[]): ReturnType<typeof cli> =>
    cli(['merges', ...args, '--server', url]);
  for (const text of [FIRST, SECOND]) {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
    };
    expect((await fetch(`${url}/api/statements`, init)).status).toBe(201);
  }
  expect(JSON.parse((await there('--json')).out)).toMatchObject({ total: 1 });
  await writeFile(file(), `verdict\tid\tother\tnote\nsame\t${ID}\t${OTHER}\n`);
  expect((await there('import', file())).out).toContain('1 decided');
  expect((await there('split', ID, OTHER)).out).toContain('1 decided');
  expect((await there('decisions')).out).toContain(`different\t${ID}\t${OTHER}\n`);
  await end('SIGTERM');
});

it('says what to do about what is wrong', async () => {
  await writeFile(at('bad.tsv'), 'verdict\tid\tother\tnote\nsame\tperson:a\n');
  const cases: [readonly string[], number, RegExp][] = [
    [['merges', 'split', 'person:a', 'person:b'], 1, /never decided that person:a and person:b are the same/],
    [['merges', 'withdraw', 'person:a'], 1, /merges decisions` lists/],
    [['merges', 'import', at('bad.tsv')], 1, /bad\.tsv: line 2: the id of a node is missing/],
    [['merges', 'accept', 'person:a'], 2, /missing required argument/],
  ];
  for (const [args, code, message] of cases) {
    const outcome = await cli(args, undefined);
    expect(outcome.code).toBe(code);
    expect(outcome.err).toMatch(message);
  }
});
