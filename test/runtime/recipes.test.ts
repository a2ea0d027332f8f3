import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { expectReading } from '../../graph/cypher/reading.ts';
import { readRecipe, readRecipes } from '../../src/runtime/recipes.ts';

describe('readRecipes()', async () => {
  const recipes = await readRecipes();

  it('gives at least twenty', () => {
    expect(recipes.length).toBeGreaterThanOrEqual(20);
  });

  it.each(recipes)('has a title, a sentence and its parameters explained: $name', (recipe) => {
    const { title, description, parameters, text } = recipe;
    expect(title).toMatch(/^\p{Lu}.*[^.]$/u);
    expect(description).toMatch(/^\p{Lu}.*\.$/u);
    const declared = parameters.map(({ name }) => `$${name}`).sort();
    for (const query of Object.values(text)) {
      expect([...new Set(query.match(/\$\w+/g))].sort()).toEqual(declared);
    }
    expect(() => expectReading(text.embedded)).not.toThrow();
  });

  it('are those that the documentation lists', async () => {
    const page = await readFile(new URL('../../docs/cypher.md', import.meta.url), 'utf8');
    const [, list = ''] = page.split('## Recipes');
    const listed = [...list.matchAll(/^\| `([\w-]+)` +\| (.+?) +\|/gm)].map(([, name, title]) => [
      name,
      title,
    ]);
    expect(listed).toEqual(recipes.map(({ name, title }) => [name, title]));
  });
});

describe('readRecipe(name)', () => {
  it('says which there are, for a name that none has', async () => {
    await expect(readRecipe('nope')).rejects.toThrow(/no recipe nope; there are best-results, /);
  });
});
