// Where the jars of Neo4j lie, and how they get there.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The long-term support line; a community edition, which is what the artifact is. */
export const VERSION = '5.26.12';

const home = () =>
  join(process.env.ENTENTE_CACHE ?? join(homedir(), '.cache', 'entente'), `neo4j-${VERSION}`);
const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>entente</groupId><artifactId>neo4j-jars</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>${VERSION}</version></dependency>
  </dependencies>
</project>
`;

const jarFolder = () => join(home(), 'lib');
const present = () =>
  existsSync(jarFolder()) && readdirSync(jarFolder()).some((f) => f === `neo4j-${VERSION}.jar`);

/** The java to run, or undefined when there is none of version 17 or newer. */
export function findJava() {
  const candidates = [process.env.JAVA_HOME && join(process.env.JAVA_HOME, 'bin', 'java'), 'java'].filter(
    Boolean,
  );
  for (const java of candidates) {
    const { stderr = '' } = spawnSync(java, ['-version'], { encoding: 'utf8' });
    if (Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0) >= 17) return java;
  }
  return undefined;
}

/** Why a Neo4j cannot be started here without fetching anything, or undefined when it can. */
export function whyNoNeo4j() {
  if (!findJava()) return 'Java 17 or newer is not installed';
  if (!present()) return `its jars are not in ${home()}; run \`npm run neo4j -- --fetch-only\` once`;
  return undefined;
}

/** Fetches the jars with Maven unless they are there. Returns their folder. */
export async function fetchJars({ log = () => {} } = {}) {
  if (present()) return jarFolder();
  mkdirSync(home(), { recursive: true });
  writeFileSync(join(home(), 'pom.xml'), POM);
  // Into a folder of its own first: a fetch that is cut short must not look complete.
  const partial = join(home(), `lib.partial-${process.pid}`);
  log(`Fetching Neo4j ${VERSION} from Maven Central (116 MB, once) …`);
  try {
    await run('mvn', ['-B', '-q', 'dependency:copy-dependencies', `-DoutputDirectory=${partial}`], home());
    if (!present()) {
      rmSync(jarFolder(), { recursive: true, force: true });
      renameSync(partial, jarFolder());
    }
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return jarFolder();
}

function run(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (d) => (output = (output + d).slice(-4000)));
    child.on('error', () =>
      reject(new Error(`${command} cannot be run: install Maven, or put the jars into ${jarFolder()}`)),
    );
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} failed:\n${output.trim()}`)),
    );
  });
}
