import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../graph/cypher/recipe.ts';
import { addParameter, expectUse, fillRecipe } from '../../src/commands/query-parameters.ts';

const recipe: Recipe = {
  name: 'results-on',
  title: 'Every number on a benchmark',
  description: '',
  parameters: [
    { name: 'benchmark', description: 'the benchmark', default: undefined },
    { name: 'limit', description: 'the most rows', default: 50 },
  ],
  text: { embedded: '', neo4j: '' },
};

const fill = (...given: string[]) =>
  fillRecipe(
    recipe,
    given.reduce((before, parameter) => addParameter(parameter, before), {}),
  );

describe('addParameter(given, before)', () => {
  it('takes what is JSON for what it says, and any other value for text', () => {
    expect(addParameter('least=10', { name: 'a=b' })).toEqual({ name: 'a=b', least: 10 });
    expect(addParameter('name=GPT-4')).toEqual({ name: 'GPT-4' });
    expect(() => addParameter('=1')).toThrow('Expected name=value.');
  });
});

describe('fillRecipe(recipe, given)', () => {
  it('fills what is not given by its default', () => {
    expect(fill('benchmark=MATH')).toEqual({ benchmark: 'MATH', limit: 50 });
    expect(fill('benchmark="2048"', 'limit=0')).toEqual({ benchmark: '2048', limit: 0 });
  });

  it.each([
    [[], 'recipe results-on needs --param benchmark=… (the benchmark)'],
    [['x=1'], 'recipe results-on has no parameter x; it has benchmark, limit'],
    [
      ['benchmark=MATH', 'limit=abc'],
      'parameter limit of recipe results-on (the most rows) is "abc"; expected a whole number from 0 on',
    ],
    [['benchmark=MATH', 'limit=-1'], '(the most rows) is -1; expected a whole number from 0 on'],
    [['benchmark=MATH', 'limit=1.5'], '(the most rows) is 1.5; expected a whole number from 0 on'],
    [
      ['benchmark=2048'],
      `(the benchmark) is 2048; expected text, in quotes where it could be something else: --param 'benchmark="2048"'`,
    ],
  ])('refuses %j', (given, message) => {
    expect(() => fill(...given)).toThrow(message);
  });
});

describe('expectUse(given, query)', () => {
  it('refuses a parameter that the query does not have', () => {
    const query = 'MATCH (m {name: $name}) RETURN m LIMIT $limit';
    expect(() => expectUse({ name: 'a', limit: 3 }, query)).not.toThrow();
    expect(() => expectUse({ nam: 'a' }, query)).toThrow(
      'the query has no parameter nam; it has name, limit',
    );
    expect(() => expectUse({ x: 1 }, 'RETURN 1')).toThrow(
      'the query has no parameter x; it has none',
    );
  });
});
