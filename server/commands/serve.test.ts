import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serveCli } from '../testing/cli.ts';
import type { BuiltServer } from '../../test/built-server.ts';
import { useWorkplace } from '../testing/workplace.ts';

const { cli, env, fill } = useWorkplace();

describe('a store that a server holds', () => {
  let server: BuiltServer;
  beforeEach(async () => {
    await fill();
    server = await serveCli(env());
  });
  afterEach(() => server.end('SIGKILL'));
  it('is refused with the way out, which works', async () => {
    const refused = await cli(['stats']);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(`--server ${server.url}`);
    const through = (args: readonly string[], input?: string) =>
      cli([...args, '--server', server.url], input);
    expect((await through(['stats', '--json'])).out).toContain('"statements":1');
    expect((await through(['query', 'MATCH (a)-[:CONDEMNS]->(b) RETURN b.name'])).out).toContain('Cuba');
    expect((await through(['query', 'CREATE (n)'])).err).toMatch(/read/);
    expect((await through(['query', 'MTCH (n)'])).err).toMatch(/line 1, column 1/);
    expect((await through(['ingest', '-'], 'Iran met Cuba.')).out).toContain('1 new');
    expect((await through(['export', '-f', 'graphml'])).out).toMatch(/^<\?xml[^]*<\/graphml>\n$/);
    expect(await server.end('SIGTERM')).toBe(0);
    expect((await through(['stats'])).err).toContain('no server answers');
    expect((await cli(['stats', '--json'])).out).toContain('"statements":2');
  }, 60_000);
});

describe('entente serve', () => {
  let server: BuiltServer | undefined;
  afterEach(() => server?.end('SIGKILL'));
  it('refuses to listen to the network without a token', async () => {
    const { code, err } = await cli(['serve', '--host', '0.0.0.0', '--port', '0']);
    expect(code).not.toBe(0);
    expect(err).toContain('ENTENTE_TOKEN');
  });
  it('starts while Neo4j is down, and says so', async () => {
    const neo4j = { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'x' };
    server = await serveCli(neo4j, ['--examples']);
    const health = await (await fetch(`${server.url}/health`)).json();
    expect(health).toMatchObject({ status: 'degraded', store: { kind: 'neo4j', status: 'unavailable' } });
    expect((await fetch(`${server.url}/api/graph`)).status).toBe(503);
    expect(await server.end('SIGTERM')).toBe(0);
  });
});
