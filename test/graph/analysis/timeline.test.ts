import { describe, expect, it } from 'vitest';
import { timeline } from '../../../graph/analysis/timeline.ts';
import { toTimeChart } from '../../../graph/drawing/time-chart.ts';
import { literature, page, scored } from './literature.ts';

describe('timeline(graph)', () => {
  const graph = literature(
    scored('1', 'Alpha', '81', { date: '2025-11-30' }),
    scored('2', 'Beta', '82', { date: '2026-01-02' }),
    page('3', { text: 'Gamma and LLMs.', entities: [['LLMs', 'Model']] }),
  );

  it('counts by month, months without anything too, an entity where it is first seen', () => {
    const { months, undated } = timeline(graph);
    expect(
      months.map(({ month, papers, results, entities }) => [
        ...[month, papers, results],
        ...Object.values(entities),
      ]),
    ).toEqual([
      ['2025-11', 1, 1, 1, 0, 1, 0, 1, 0],
      ['2025-12', 0, 0, 0, 0, 0, 0, 0, 0],
      ['2026-01', 1, 1, 1, 0, 0, 0, 0, 0],
    ]);
    expect(undated).toMatchObject({ papers: 1, results: 0, entities: { Method: 1, Model: 0 } });
  });

  it('has no months without dates', () => {
    expect(timeline(literature(scored('1', 'Alpha', '81'))).months).toEqual([]);
  });

  it('is drawn, with a title for each bar', () => {
    const drawn = toTimeChart(timeline(graph), 'By <month>');
    expect(drawn).toContain('<title>2025-11: 1</title>');
    expect(drawn).toContain('By &#60;month&#62;');
    expect(drawn).toContain('Not shown: 1 without a date.');
    expect(toTimeChart(timeline(literature()), '')).not.toMatch(/NaN|Infinity/);
  });
});
