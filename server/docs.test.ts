import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProgram } from './cli/program.ts';
import { COMMANDS } from './commands/index.ts';
import { PROBLEMS } from './errors.ts';
import { PACKAGE_ROOT } from './package-info.ts';

const read = (name: string): string => readFileSync(join(PACKAGE_ROOT, name), 'utf8');

describe('docs/api.md', () => {
  const text = read('docs/api.md');
  it('names every route', () => {
    const folder = join(PACKAGE_ROOT, 'server', 'routes');
    const routes = readdirSync(folder).flatMap((file) => {
      const prefix = file === 'health.ts' ? '' : file === 'statements.ts' ? '/api/statements' : '/api';
      const found = readFileSync(join(folder, file), 'utf8').matchAll(
        /router\.(get|post|delete)\('([^']+)'/g,
      );
      return [...found].map(
        ([, method = '', path = '']) => `\`${method.toUpperCase()} ${prefix}${path.replace(/^\/$/, '')}\``,
      );
    });
    expect(routes.length).toBeGreaterThanOrEqual(13);
    for (const route of routes) expect(text).toContain(route);
  });
  it('names every code under its status', () => {
    const rows = text.split('\n').filter((line) => /^\| \d/.test(line));
    for (const [code, { status }] of Object.entries(PROBLEMS)) {
      expect(
        rows.find((row) => row.includes(`\`${code}\``)),
        code,
      ).toContain(String(status));
    }
  });
});

describe('docs/cli.md', () => {
  const text = read('docs/cli.md');
  it('names every command and option', () => {
    for (const command of createProgram(COMMANDS.map((make) => make())).commands) {
      expect(text).toContain(`\`entente ${command.name()}`);
      for (const option of command.options) expect(text, command.name()).toContain(`--${option.name()}`);
    }
  });
});
