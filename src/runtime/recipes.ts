import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseRecipe, type Recipe } from '../../graph/cypher/recipe.ts';
import { UsageError } from '../../graph/errors.ts';
import { PACKAGE_ROOT } from './package-root.ts';

const FOLDER = join(PACKAGE_ROOT, 'graph', 'cypher', 'recipes');

/** All recipes, sorted by name. */
export async function readRecipes(): Promise<Recipe[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.cypher')).sort();
  return Promise.all(
    files.map(async (file) =>
      parseRecipe(file.replace(/\.cypher$/, ''), await readFile(join(FOLDER, file), 'utf8')),
    ),
  );
}

/** @throws UsageError that lists the recipes, for a name that none has */
export async function readRecipe(name: string): Promise<Recipe> {
  const recipes = await readRecipes();
  const found = recipes.find((recipe) => recipe.name === name);
  if (found) return found;
  const names = recipes.map((recipe) => recipe.name).join(', ');
  throw new UsageError(`there is no recipe ${name}; there are ${names}`);
}
