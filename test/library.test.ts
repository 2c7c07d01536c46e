import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'entente-library-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { cwd: home, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
const bin = (name: string): string => join(root, 'node_modules/.bin', name);

/** Examples of docs/library.md, each with what it prints. */
const examples = [
  ...readFileSync(join(root, 'docs/library.md'), 'utf8').matchAll(
    /```ts\n([\s\S]*?)```\n```text\n([\s\S]*?)```/gu,
  ),
].map(([, code = '', printed = ''], at) => ({ name: `example-${at + 1}.ts`, code, printed }));

const OPTIONS = {
  compilerOptions: {
    module: 'NodeNext',
    target: 'ES2023',
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
  },
  include: ['*.ts'],
};

/** Packs what `npm run build` makes of the sources as they are, and installs the tarball; its dependencies are those here. */
function install(): void {
  execFileSync(bin('tsc'), ['-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', home], { cwd: root });
  const place = join(home, 'node_modules/entente');
  mkdirSync(place, { recursive: true });
  run('sh', '-c', `tar -xzf entente-*.tgz --strip-components=1 -C ${place}`);
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
  writeFileSync(join(home, 'package.json'), JSON.stringify({ type: 'module' }));
  writeFileSync(join(home, 'tsconfig.json'), JSON.stringify(OPTIONS));
  for (const { name, code } of examples) writeFileSync(join(home, name), code);
}

describe('the package as a library', () => {
  beforeAll(install, 240_000);

  it('has examples', () => expect(examples.length).toBeGreaterThanOrEqual(3));

  it('has types that its examples pass', () => run(bin('tsc'), '-p', home), 60_000);

  it.each(examples)(
    'prints what its documentation says: $name',
    ({ name, printed }) => {
      expect(run(process.execPath, '--import', join(root, 'node_modules/tsx/dist/esm/index.mjs'), name)).toBe(
        printed,
      );
    },
    60_000,
  );
});
