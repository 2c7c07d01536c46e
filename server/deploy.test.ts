import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PACKAGE_ROOT } from './package-info.ts';

const read = (name: string): string => readFileSync(join(PACKAGE_ROOT, name), 'utf8');

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly profiles?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly volumes?: readonly string[];
}

describe('docker-compose.yml', () => {
  const text = read('docker-compose.yml');
  const { services, volumes } = parse(text) as { services: Record<string, Service>; volumes: object };
  it('runs Neo4j 5.26 with a health check and a volume', () => {
    expect(services['neo4j']?.image).toBe('neo4j:5.26-community');
    expect(services['neo4j']?.healthcheck?.test.join(' ')).toContain('cypher-shell');
    const [volume = ''] = services['neo4j']?.volumes ?? [];
    expect(volumes).toHaveProperty(volume.split(':')[0] ?? '');
  });
  it('lets the application wait for it', () => {
    expect(services['entente']).toMatchObject({
      build: '.',
      depends_on: { neo4j: { condition: 'service_healthy' } },
      environment: { NEO4J_URI: 'bolt://neo4j:7687' },
    });
  });
  it('has Redis and workers in a profile of their own', () => {
    const { redis, worker, neo4j } = services;
    for (const service of [redis, worker]) expect(service?.profiles).toEqual(['queue']);
    expect(redis?.ports).toBeUndefined();
    expect(redis?.command?.join(' ')).toContain('--maxmemory-policy noeviction');
    expect(worker?.command).toEqual(['worker', '--queue', 'redis://redis:6379']);
    expect(worker?.environment?.['NEO4J_URI']).toBe('bolt://neo4j:7687');
    expect(neo4j?.profiles).toBeUndefined();
  });
  it('holds no secret and starts without none', () => {
    for (const service of Object.values(services)) {
      for (const [name, value] of Object.entries(service.environment ?? {})) {
        if (/AUTH|PASSWORD|TOKEN/.test(name))
          expect(value).toMatch(/^(neo4j\/)?\$\{(NEO4J_PASSWORD|ENTENTE_TOKEN):\?[^}]+\}$/);
      }
    }
  });
  it('opens ports to this machine only', () => {
    const ports = Object.values(services).flatMap((s) => s.ports ?? []);
    expect(ports.length).toBeGreaterThan(0);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });
});

describe('Dockerfile', () => {
  const text = read('Dockerfile');
  it('has two stages, a plain user and a health check', () => {
    expect(text.match(/^FROM node:22-slim/gm)).toHaveLength(2);
    expect(text).toMatch(/^USER node$/m);
    expect(text).toMatch(/^HEALTHCHECK /m);
    expect(text).not.toMatch(/TOKEN=|PASSWORD=/);
  });
  it('keeps data, secrets and builds out of the image', () => {
    const ignored = read('.dockerignore').split('\n');
    for (const name of ['.git', '.env', 'data', 'dist', 'node_modules']) expect(ignored).toContain(name);
  });
});
