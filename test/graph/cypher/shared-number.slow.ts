import { describe, expect, it } from 'vitest';
import { openEmbedded } from '../../../graph/cypher/embedded.ts';
import { derive } from '../../../graph/derive.ts';
import { toPropertyGraph } from '../../../graph/property-graph/property-graph.ts';
import { readRecipe } from '../../../src/runtime/recipes.ts';
import { find, paper } from '../paper.ts';

const text = 'Alpha beats Beta by 5 % in F1 and accuracy on MATH.';
const facts = paper('x', {
  text,
  entities: [
    ['Alpha', 'Method'],
    ['Beta', 'Method'],
    ['F1', 'Metric'],
    ['accuracy', 'Metric'],
    ['MATH', 'Benchmark'],
  ],
  relations: [['Alpha', 'OUTPERFORMS', 'Beta']],
  results: ['accuracy', 'F1'].map((metric) => ({
    ...{ number: find(text, '5'), unit: '%', kind: 'gain' },
    ...{ subject: 'Alpha', baseline: 'Beta', benchmark: 'MATH', metric },
  })),
});

describe('recipes, of a number that is said of two metrics', () => {
  it.each<readonly [string, Record<string, string | number>, string[], string[][]]>([
    ['what-beats-what', { limit: 9 }, ['winner', 'loser', 'result'], [['Alpha', 'Beta', '+5 %']]],
    [
      'by-how-much',
      { limit: 9, unit: '%' },
      ['result', 'metric'],
      [
        ['+5 %', 'F1'],
        ['+5 %', 'accuracy'],
      ],
    ],
    [
      'results-on',
      { benchmark: 'MATH' },
      ['metric', 'result'],
      [
        ['F1', '+5 %'],
        ['accuracy', '+5 %'],
      ],
    ],
  ])('%s', async (name, parameters, wanted, expected) => {
    const documents = new Map([[facts.id, facts.document]]);
    await using graph = await openEmbedded(toPropertyGraph(derive([facts]).graph, documents));
    const { text: query } = await readRecipe(name);
    const { columns, rows } = await graph.ask(query.embedded, parameters);
    const places = wanted.map((column) => columns.indexOf(column));
    expect(rows.map((row) => places.map((place) => row[place]))).toEqual(expected);
  });
});
