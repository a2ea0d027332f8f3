import { describe, expect, it } from 'vitest';
import { openEmbedded } from '../../../graph/cypher/embedded.ts';
import { derive } from '../../../graph/derive.ts';
import { toPropertyGraph } from '../../../graph/property-graph/property-graph.ts';
import type { Extraction } from '../../../graph/schema.ts';
import { readRecipe } from '../../../src/runtime/recipes.ts';
import { find, paper } from '../paper.ts';

function reporting(id: string, method: string, metric: string, value: string): Extraction {
  const text = `${method} reaches ${value} ${metric} on LibriSpeech.`;
  return paper(id, {
    text,
    entities: [
      [method, 'Method'],
      [metric, 'Metric'],
      ['LibriSpeech', 'Benchmark'],
    ],
    results: [{ number: find(text, value), subject: method, benchmark: 'LibriSpeech', metric }],
  });
}

describe('the recipe best-results', () => {
  it.each([
    ['WER', 'lower', '1.5'],
    ['accuracy', 'higher', '9.5'],
    ['attack success rate', null, '9.5'],
  ])('finds the best value by %s, of which %s is better', async (metric, better, best) => {
    const facts = [
      reporting('a', 'Alpha', metric, '9.5'),
      reporting('b', 'Beta', metric, '1.5'),
      reporting('c', 'Gamma', metric, '4.5'),
    ];
    const documents = new Map(facts.map(({ id, document }) => [id, document]));
    await using graph = await openEmbedded(toPropertyGraph(derive(facts).graph, documents));
    const { text } = await readRecipe('best-results');
    const { columns, rows } = await graph.ask(text.embedded, { limit: 50 });
    expect(columns.slice(0, 5)).toEqual(['benchmark', 'metric', 'better', 'papers', 'result']);
    expect(rows.map((row) => row.slice(0, 5))).toEqual([['LibriSpeech', metric, better, 3, best]]);
  });
});
