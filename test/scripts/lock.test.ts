import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Locked {
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(
  readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
) as { packages: Readonly<Record<string, Locked>> };

/** Where Node looks for a package that another one needs, the nearest first. */
function places(from: string, name: string): string[] {
  const nested = from === '' ? [] : [`${from}/node_modules/${name}`];
  const cut = from.lastIndexOf('/node_modules/');
  if (cut >= 0) return [...nested, ...places(from.slice(0, cut), name)];
  return [...nested, `node_modules/${name}`];
}

it('locks what every package needs, on other platforms too: npm ci refuses the lock otherwise', () => {
  const missing = Object.entries(packages).flatMap(([path, own]) =>
    Object.keys({ ...own.dependencies, ...own.optionalDependencies })
      .filter((name) => !places(path, name).some((place) => place in packages))
      .map((name) => `${name} of ${path}`),
  );

  expect(missing).toEqual([]);
});

it('holds no download addresses', () => {
  expect(Object.keys(packages).filter((path) => packages[path]?.resolved)).toEqual([]);
});
