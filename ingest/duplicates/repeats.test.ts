import { describe, expect, it } from 'vitest';
import { findRepeats, likeness, sameRelease } from './repeats.ts';
import { readSignature, sign, writeSignature } from './signature.ts';

const RELEASE = `The foreign ministers of Peru and Chile met in Lima on Monday to review cooperation along the border. They agreed to
open two more crossings before the end of the year, and to share what their customs services know of smugglers. Peru thanked Chile for its
help after the floods in Piura. The ministers also discussed the work of the Pacific Alliance and the candidacies of both countries for
bodies of the United Nations. They condemned the kidnapping of three fishermen and called on those responsible to set them free.
A further meeting is planned for the spring in Santiago, to which the minister of Ecuador will be invited as an observer.`;
const alike = (a: string, b: string): boolean => sameRelease(sign(a), sign(b));

describe('the same release on two sites', () => {
  it('is recognised whatever stands around it', () => {
    const other = `LIMA (Press Agency) - ${RELEASE.replace(/\n/g, ' ')}\n\nContact: Press Office, Avenida Central 12`;
    expect(likeness(sign(RELEASE), sign(other))).toBeGreaterThan(0.8);
    expect(alike(RELEASE, other)).toBe(true);
  });
  it('is not what only reads alike: other names, other numbers, other words', () => {
    expect(alike(RELEASE, RELEASE.replace('Piura', 'Tumbes'))).toBe(false);
    expect(alike(`Sir Alan, ${RELEASE}`, `Madame Duval, ${RELEASE}`)).toBe(false);
    expect(alike(RELEASE, RELEASE.replace('of three fishermen', 'of 31 fishermen'))).toBe(false);
    expect(alike(RELEASE, RELEASE.slice(0, 300))).toBe(false);
  });
  it('survives being written down', () => {
    const signature = sign(RELEASE);
    expect(readSignature(writeSignature(signature))).toEqual(signature);
  });
});

describe('finding repeats', () => {
  it('goes by date, then id, in whatever order texts come', () => {
    const texts = [
      { id: 'c', date: '2020-01-03', signature: writeSignature(sign(`${RELEASE} Reported again.`)) },
      { id: 'b', date: '2020-01-02', signature: writeSignature(sign(RELEASE)) },
      { id: 'a', signature: writeSignature(sign(`Undated. ${RELEASE}`)) },
      {
        id: 'd',
        date: '2020-01-01',
        signature: writeSignature(sign('Chile and Peru spoke about something else altogether that day.')),
      },
    ];
    const expected = new Map([
      ['c', 'b'],
      ['a', 'b'],
    ]);
    expect(findRepeats(texts)).toEqual(expected);
    expect(findRepeats([...texts].reverse())).toEqual(expected);
  });
  it('takes time in proportion to the number of texts, not to its square', () => {
    const texts = (count: number) =>
      Array.from({ length: count }, (_, n) => ({
        id: String(n),
        signature: writeSignature(
          sign(`Form ${n} about ${'the same matter as ever, '.repeat(8)} no ${n * 7}.`),
        ),
      }));
    const [small, large] = [texts(300), texts(3000)].map((all) => {
      const started = process.cpuUsage().user;
      expect(findRepeats(all).size).toBe(0);
      return process.cpuUsage().user - started;
    });
    expect(large! / small!).toBeLessThan(60);
  });
});
