import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeCorpus } from '../../ingest/testing/corpus.ts';
import { killedCli, runCli } from '../testing/cli.ts';
import { tempFolder } from '../testing/temp-store.ts';

let folder: string;
beforeEach(async () => {
  folder = await tempFolder();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('kill -9 during an ingest', () => {
  // scripts/kill.ts does this ten times with 25,000 documents.
  it('at any moment, and begun again, it ends with the export of a run that nobody disturbed', async () => {
    await writeCorpus(`${folder}/in`, { count: 120, repeats: 10 });
    const [killed, undisturbed] = [
      { ENTENTE_DATA: `${folder}/killed` },
      { ENTENTE_DATA: `${folder}/undisturbed` },
    ];
    const ingest = ['ingest', `${folder}/in`, '--quiet'];
    const whole = performance.now();
    expect((await runCli(ingest, undisturbed)).code).toBe(0);
    const ms = performance.now() - whole;
    for (const share of [0.5, 0.7, 0.9]) await killedCli(ingest, killed, share * ms);
    expect((await runCli(ingest, killed)).code).toBe(0);
    const [one, other] = await Promise.all(
      [killed, undisturbed].map((env) => runCli(['export', '--format', 'json'], env)),
    );
    expect(one!.out.length).toBeGreaterThan(100_000);
    expect(one!.out === other!.out).toBe(true);
  }, 180_000);
});
