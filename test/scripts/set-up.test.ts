import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkNode, needsBuild, needsInstall, stampBuild } from '../../scripts/set-up.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sotagraph-set-up-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(path: string, content: unknown): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
}

describe('checkNode(version, range)', () => {
  const range = '^20.19.0 || >=22.12.0';

  it.each(['20.19.0', '20.20.2', '22.12.0', '22.13.1', '24.0.0'])('takes %s', (version) => {
    expect(() => checkNode(version, range)).not.toThrow();
  });

  it.each(['18.20.0', '20.18.3', '21.7.0', '22.0.0', '22.11.0'])(
    'refuses %s and says what to do',
    (version) => {
      expect(() => checkNode(version, range)).toThrow(
        `Node ${version} will not do: 20.19 or a newer 20, or 22.12 or newer is needed. Install it from https://nodejs.org and run this again.`,
      );
    },
  );

  it('minds the patch', () => {
    expect(() => checkNode('20.19.4', '^20.19.5')).toThrow('will not do');
    expect(() => checkNode('20.19.5', '^20.19.5')).not.toThrow();
  });

  it('takes a range without minor versions', () => {
    expect(() => checkNode('22.0.0', '>=20')).not.toThrow();
  });

  it('does not guess at a range that it cannot read', () => {
    expect(() => checkNode('20.19.0', '20.x')).toThrow('engines.node of package.json holds “20.x”');
  });
});

describe('needsInstall(root)', () => {
  const zod = { version: '4.0.0' };
  const native = { version: '1.0.0', optional: true };

  it.each([
    ['nothing is installed', { zod }, undefined, true],
    ['a package is missing', { zod, vite: zod }, { zod }, true],
    ['a package has another version', { zod }, { zod: { version: '3.0.0' } }, true],
    ['all is there', { zod }, { zod }, false],
    ['only an optional package is missing', { zod, native }, { zod }, false],
  ])('where %s', (_, wanted, installed, expected) => {
    write('package-lock.json', { packages: { '': { version: '0.1.0' }, ...wanted } });
    if (installed) write('node_modules/.package-lock.json', { packages: installed });
    expect(needsInstall(root)).toBe(expected);
  });
});

describe('needsBuild(root)', () => {
  beforeEach(() => {
    for (const folder of ['src', 'graph', 'viz']) write(`${folder}/index.ts`, '');
    write('tsconfig.json', {});
    write('package-lock.json', {});
  });

  it('asks for the first build', () => {
    expect(needsBuild(root)).toBe(true);
  });

  it('is content after a build', () => {
    stampBuild(root);
    expect(needsBuild(root)).toBe(false);
  });

  it.each([
    'src/index.ts',
    'graph/new/file.ts',
    'viz/style.css',
    'tsconfig.json',
    'package-lock.json',
  ])('asks for another where %s has changed', (path) => {
    stampBuild(root);
    write(path, 'changed');
    expect(needsBuild(root)).toBe(true);
  });

  it.each(['test/a.test.ts', 'README.md', 'viz/.vite/cache.json'])(
    'does not care for %s',
    (path) => {
      stampBuild(root);
      write(path, 'changed');
      expect(needsBuild(root)).toBe(false);
    },
  );
});
