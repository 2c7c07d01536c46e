// One Neo4j process: its configuration, its start, its end.
import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { clearTimeout } from 'node:timers';
import { fetchJars, findJava } from './jars.mjs';

const OPENS = ['java.base/java.nio', 'java.base/java.io', 'java.base/sun.nio.ch', 'java.base/java.lang'];
const START_LIMIT_MS = 90_000;

/**
 * Starts a Neo4j and resolves when it answers.
 * @param {{port?: number, data?: string, password?: string, heapMb?: number, log?: (line: string) => void}} options
 *   without `password` anyone may do anything; without `data` everything is gone after `stop`
 * @returns {Promise<{uri: string, port: number, exited: Promise<number|string>, stopping: boolean, stop(): Promise<void>}>}
 */
export async function startNeo4j({ port, data, password, heapMb = 512, log = () => {} } = {}) {
  const java = findJava();
  if (!java) throw new Error('Neo4j needs Java 17 or newer; install one or set JAVA_HOME');
  const jars = await fetchJars({ log });
  const home = mkdtempSync(join(tmpdir(), 'entente-neo4j-'));
  try {
    const bolt = port ?? (await freePort());
    const dataFolder = data === undefined ? join(home, 'data') : resolve(data);
    mkdirSync(join(home, 'conf'), { recursive: true });
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(join(home, 'conf', 'neo4j.conf'), configuration(bolt, dataFolder, password !== undefined));
    const paths = [`--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`];
    const start = (main, args, heap) =>
      spawn(java, [...jvm(heap), '-cp', join(jars, '*'), main, ...args], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') },
      });
    if (password !== undefined && !existsSync(join(dataFolder, 'dbms', 'auth.ini')))
      await setPassword(start, password, log);
    log(`Starting Neo4j on port ${bolt} …`);
    const child = start('org.neo4j.server.CommunityEntryPoint', paths, heapMb);
    return await answering(child, bolt, home);
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    throw error;
  }
}

const configuration = (port, data, auth) => `
server.bolt.listen_address=127.0.0.1:${port}
server.bolt.advertised_address=127.0.0.1:${port}
server.http.enabled=false
server.https.enabled=false
server.directories.data=${data.replaceAll('\\', '/')}
server.memory.pagecache.size=128m
dbms.security.auth_enabled=${auth}
dbms.usage_report.enabled=false
internal.server.bolt.thread_pool_shutdown_wait_time=1s
db.tx_log.rotation.retention_policy=keep_none
db.tx_log.rotation.size=16m
`;

const jvm = (heapMb) => [
  `-Xmx${heapMb}m`,
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=4',
  '-Djava.awt.headless=true',
  ...OPENS.map((m) => `--add-opens=${m}=ALL-UNNAMED`),
];

/** The administrator's tool writes the first password before the server starts; a data folder that has one keeps it. */
async function setPassword(start, password, log) {
  const child = start(
    'org.neo4j.server.startup.Neo4jAdminCommand',
    ['dbms', 'set-initial-password', password],
    128,
  );
  const output = collect(child);
  const code = await new Promise((done, fail) => child.on('exit', done).on('error', fail));
  if (code !== 0) throw new Error(`Neo4j's password could not be set:\n${output()}`);
  log('Password set.');
}

function collect(child) {
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (d) => (text = (text + d).slice(-8000)));
  return () => text.trim();
}

async function answering(child, port, home) {
  const output = collect(child);
  const server = { uri: `bolt://127.0.0.1:${port}`, port, stopping: false, pid: child.pid };
  server.exited = new Promise((done) => child.on('exit', (code, signal) => done(signal ?? code)));
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  server.stop = async () => {
    server.stopping = true;
    child.kill('SIGTERM');
    const timer = setTimeout(kill, 20_000);
    await server.exited;
    clearTimeout(timer);
    process.off('exit', kill);
    rmSync(home, { recursive: true, force: true });
  };
  const deadline = Date.now() + START_LIMIT_MS;
  let ended;
  void server.exited.then((code) => (ended = code));
  while (!(await reachable(port))) {
    if (ended !== undefined || Date.now() > deadline) {
      await server.stop();
      throw new Error(`Neo4j did not start (${ended ?? 'time-out'}):\n${output()}`);
    }
    await new Promise((r) => setTimeout(r, 200));
  }
  return server;
}

/** Bolt is opened last, so a server that accepts the handshake is ready. */
function reachable(port) {
  return new Promise((done) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 1000 });
    const finish = (ok) => {
      socket.destroy();
      done(ok);
    };
    socket.on('connect', () => socket.write(Buffer.from('6060b01700000405000004040000030400000000', 'hex')));
    socket.on('data', () => finish(true));
    socket.on('error', () => finish(false));
    socket.on('timeout', () => finish(false));
    socket.on('close', () => finish(false));
  });
}

function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer().on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}
