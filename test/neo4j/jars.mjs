// Plain JavaScript, so that the benchmarks can start a server, too.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const POM = fileURLToPath(new URL('pom.xml', import.meta.url));
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));

/**
 * The folder of the jars of a Neo4j server, brought from Maven Central once.
 * @returns {string}
 * @throws Error that says what is missing on this machine
 */
export function provideJars() {
  const [, version] =
    /<artifactId>neo4j<\/artifactId>\s*<version>(.+?)</.exec(readFileSync(POM, 'utf8')) ?? [];
  const folder = `${CACHE}neo4j-${version}`;
  if (existsSync(folder)) return folder;
  expectProgram('java', '-version');
  expectProgram('mvn', '-version');
  const beside = `${folder}.${process.pid}`;
  const { status, stdout, stderr } = spawnSync(
    'mvn',
    [
      '-q',
      '-B',
      '-f',
      POM,
      'dependency:copy-dependencies',
      '-Dmdep.prependGroupId=true',
      `-DoutputDirectory=${beside}`,
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`Maven could not bring Neo4j: ${stdout}${stderr}`);
  renameSync(beside, folder);
  return folder;
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 */
function expectProgram(program, ...args) {
  if (spawnSync(program, args).status !== 0)
    throw new Error(`there is no ${program} on this machine`);
}
