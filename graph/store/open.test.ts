import { describe, expect, it } from 'vitest';
import { storeConfigFromEnv } from './open.ts';

describe('storeConfigFromEnv', () => {
  it.each([
    [{}, { kind: 'embedded', path: './data' }],
    [
      { ENTENTE_DATA: '/srv/entente', NEO4J_URI: '' },
      { kind: 'embedded', path: '/srv/entente' },
    ],
    [{ NEO4J_URI: 'bolt://db:7687' }, { kind: 'neo4j', uri: 'bolt://db:7687', user: 'neo4j', password: '' }],
    [
      {
        NEO4J_URI: 'neo4j+s://db',
        NEO4J_USER: 'u',
        NEO4J_PASSWORD: 'p',
        NEO4J_DATABASE: 'd',
        ENTENTE_DATA: 'x',
      },
      { kind: 'neo4j', uri: 'neo4j+s://db', user: 'u', password: 'p', database: 'd' },
    ],
  ])('%j', (env, config) => {
    expect(storeConfigFromEnv(env)).toEqual(config);
  });

  it('refuses an address that is none, and names the variable', () => {
    expect(() => storeConfigFromEnv({ NEO4J_URI: 'http://db:7474' })).toThrow(/NEO4J_URI.*bolt:/);
  });
});
