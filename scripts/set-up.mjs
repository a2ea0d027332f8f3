import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { runNpm } from './run.mjs';

/** What is said to the person instead of a stack. */
export class SetUpError extends Error {
  /** @override */
  name = 'SetUpError';
}

/**
 * Installs and builds what the checkout lacks, in this order.
 *
 * @param {string} root
 * @param {(line: string) => void} say
 */
export async function setUp(root, say) {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  checkNode(process.versions.node, engines.node);
  if (needsInstall(root)) await install(say);
  if (needsBuild(root)) await build(root, say);
}

/**
 * Refuses a Node that the range leaves out.
 *
 * @param {string} version such as `20.19.0`
 * @param {string} range of `^` and `>=`, such as `^20.19.0 || >=22.12.0`
 */
export function checkNode(version, range) {
  const found = numbersIn(version);
  const alternatives = range.split('||').map(parseAlternative);
  if (alternatives.some((alternative) => admits(alternative, found))) return;
  const words = alternatives.map(({ isCapped, least }) => {
    const first = least.join('.').replace(/\.0$/, '');
    return isCapped ? `${first} or a newer ${least[0]}` : `${first} or newer`;
  });
  throw new SetUpError(
    `Node ${version} will not do: ${words.join(', or ')} is needed. Install it from https://nodejs.org and run this again.`,
  );
}

/**
 * What one part of a range of versions allows: from `least` on, where capped within its major version.
 *
 * @typedef {{ isCapped: boolean, least: Version }} Alternative
 * @typedef {readonly [major: number, minor: number, patch: number]} Version
 */

/**
 * @param {string} text such as `^20.19.0`
 * @returns {Alternative}
 */
function parseAlternative(text) {
  const sign = /^\s*(\^|>=)\s*\d+(\.\d+){0,2}\s*$/.exec(text)?.[1];
  if (sign) return { isCapped: sign === '^', least: numbersIn(text) };
  throw new Error(`engines.node of package.json holds “${text.trim()}”: write ^1.2.3 or >=1.2.3.`);
}

/**
 * @param {Alternative} alternative
 * @param {Version} version
 */
function admits({ isCapped, least }, version) {
  if (isCapped && version[0] !== least[0]) return false;
  const difference = version.map((number, part) => number - (least[part] ?? 0)).find(Boolean);
  return (difference ?? 0) >= 0;
}

/**
 * @param {string} text
 * @returns {Version}
 */
function numbersIn(text) {
  const [major = 0, minor = 0, patch = 0] = (text.match(/\d+/g) ?? []).map(Number);
  return [major, minor, patch];
}

/**
 * Whether node_modules lacks a package of package-lock.json, or has it in another version.
 * What npm may leave out (optional packages, those of other platforms) is not missed.
 *
 * @param {string} root
 * @returns {boolean}
 */
export function needsInstall(root) {
  const installed = read(join(root, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return true;
  const { packages } = JSON.parse(installed);
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(wanted.packages).some(([path, { version, optional }]) => {
    const found = packages[path];
    return path !== '' && (found ? found.version !== version : !optional);
  });
}

/** @param {(line: string) => void} say */
async function install(say) {
  say('Installing dependencies (once, about a minute)');
  // Not `npm ci`: it refuses where the lock, or a mirror of the registry, lacks an optional package of another platform.
  const code = await runNpm(['install', '--no-save', '--include=dev', '--loglevel=error']);
  if (code === 0) return;
  throw new SetUpError(
    `npm could not install the dependencies (exit code ${code}, its own words are above). Check the network and run this again.`,
  );
}

const STAMP = join('dist', '.sources');

/**
 * Whether dist/ was built from other sources than those that lie there now, or never to the end.
 *
 * @param {string} root
 * @returns {boolean}
 */
export function needsBuild(root) {
  return read(join(root, STAMP)) !== hashSources(root);
}

/**
 * @param {string} root
 * @param {(line: string) => void} say
 */
async function build(root, say) {
  say('Building');
  rmSync(join(root, STAMP), { force: true });
  const hash = hashSources(root);
  const code = await runNpm(['run', '--silent', 'build']);
  if (code !== 0) throw new SetUpError(`The build failed (exit code ${code}).`);
  stampBuild(root, hash);
}

/**
 * Notes that dist/ was built from the sources with this hash.
 *
 * @param {string} root
 * @param {string} hash
 */
export function stampBuild(root, hash = hashSources(root)) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, STAMP), hash);
}

/**
 * The SHA-256, in hex, of all that goes into dist/: paths and contents.
 *
 * @param {string} root
 * @returns {string}
 */
export function hashSources(root) {
  const isSource = (/** @type {string} */ path) => !/(^|[\\/])(\.|node_modules)/.test(path);
  const files = readdirSync(root).filter((name) => CONFIGURATION.test(name));
  for (const folder of ['src', 'graph', 'viz']) {
    const paths = readdirSync(join(root, folder), { recursive: true }).map(String);
    files.push(...paths.filter(isSource).map((path) => join(folder, path)));
  }
  const hash = createHash('sha256');
  for (const path of files.sort()) {
    if (!statSync(join(root, path)).isFile()) continue;
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

const CONFIGURATION = /^(package|package-lock|tsconfig.*)\.json$/;

/**
 * @param {string} path
 * @returns {string | undefined} undefined where there is no such file
 */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
