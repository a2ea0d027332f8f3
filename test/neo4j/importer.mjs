// Plain JavaScript, so that the benchmarks can import, too.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs the command of a README of `export --format neo4j-csv` by Neo4j's own importer.
 * @param {string} jars the folder of Neo4j's jars
 * @param {string} folder where the files are; the new database is made in its folder `home`
 * @param {string} readme
 */
export function runImporter(jars, folder, readme) {
  const [, command = ''] = /neo4j-admin (database import full [^`]+)/.exec(readme) ?? [];
  const args = command.replaceAll('\\\n', ' ').trim().split(/\s+/);
  const home = join(folder, 'home');
  const conf = join(home, 'conf');
  mkdirSync(conf, { recursive: true });
  return spawnSync('java', ['-cp', `${jars}/*`, 'org.neo4j.cli.AdminTool', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: conf },
  });
}
