// Other versions of Node, as the npm package `node` has them: `npm run nodes` fetches the oldest that is supported and the
// newest, so that tests can compare what each extracts. They lie in a cache, not among the dependencies.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `20` is the oldest that package.json supports. */
export const WANTED = ['20', 'latest'];

const folder = (wanted) =>
  join(process.env.ENTENTE_CACHE ?? join(homedir(), '.cache', 'entente'), `node-${wanted}`);

/** The fetched executable of `20` or `latest`, or undefined when it was not fetched. */
export function findNode(wanted) {
  const path = join(folder(wanted), 'node_modules', 'node', 'bin', 'node');
  return existsSync(path) ? path : undefined;
}

/** Fetches a version with npm; `latest` is asked for each time, since it moves. @throws Error when npm fails. */
export function fetchNode(wanted) {
  mkdirSync(folder(wanted), { recursive: true });
  writeFileSync(join(folder(wanted), 'package.json'), '{"private":true}');
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--silent', `node@${wanted}`], {
    cwd: folder(wanted),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const path = findNode(wanted);
  if (status !== 0 || !path) throw new Error(`npm could not install node@${wanted} into ${folder(wanted)}`);
  return path;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const wanted of WANTED) {
    const path = (wanted !== 'latest' && findNode(wanted)) || fetchNode(wanted);
    const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
    console.log(`node@${wanted} is ${stdout.trim()} at ${path}`);
  }
}
