import { describe, expect, it } from 'vitest';
import { parseRecipe } from '../../../graph/cypher/recipe.ts';

describe('parseRecipe(name, text)', () => {
  it('reads title, description, parameters and the query', () => {
    const text =
      '// title: Numbers\n// Every number.\n// More.\n// $name: the method\n// $limit = 20: the most rows\nMATCH (r)\nRETURN r\n';
    expect(parseRecipe('numbers', text)).toEqual({
      name: 'numbers',
      title: 'Numbers',
      description: 'Every number. More.',
      parameters: [
        { name: 'name', description: 'the method', default: undefined },
        { name: 'limit', description: 'the most rows', default: 20 },
      ],
      text: { embedded: 'MATCH (r)\nRETURN r', neo4j: 'MATCH (r)\nRETURN r' },
    });
  });

  it('tells the dialects apart', () => {
    const text =
      '// title: T\n// S.\nMATCH (a)\n// dialect: embedded\nRETURN 1\n// dialect: neo4j\nRETURN 2\n// dialect: both\nLIMIT 3\n';
    expect(parseRecipe('t', text).text).toEqual({
      embedded: 'MATCH (a)\nRETURN 1\nLIMIT 3',
      neo4j: 'MATCH (a)\nRETURN 2\nLIMIT 3',
    });
  });

  it('refuses a text without a title', () => {
    expect(() => parseRecipe('t', 'RETURN 1')).toThrow(/title/);
  });
});
