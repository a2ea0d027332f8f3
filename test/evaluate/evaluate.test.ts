import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type Evaluation, evaluate, type Scored } from '../../src/evaluate/evaluate.ts';
import { goldDocument } from '../../src/evaluate/gold.ts';
import { prediction } from '../../src/evaluate/prediction.ts';
import type { Score } from '../../src/evaluate/score.ts';
import { readJsonLines } from '../../src/library/json-lines.ts';

// `expected.json` comes from another implementation of the same rules, over real abstracts and corner cases.
const GOLDEN = 'test/golden/evaluate';

async function evaluateGolden(): Promise<Evaluation> {
  const gold = [];
  for await (const document of readJsonLines(`${GOLDEN}/gold.jsonl`, goldDocument)) {
    gold.push(document);
  }
  const found = [];
  for await (const line of readJsonLines(`${GOLDEN}/predictions.jsonl`, prediction)) {
    found.push(line);
  }
  return evaluate(gold, found);
}

function withoutIntervals(scores: Readonly<Record<string, Scored>>): Record<string, Score> {
  const figures = Object.entries(scores).map(([name, { interval: _, ...score }]) => [name, score]);
  return Object.fromEntries(figures);
}

describe('evaluate(gold, predictions)', () => {
  it('gives the figures of the golden case', async () => {
    const { measures, types, relationTypes } = await evaluateGolden();
    const { statistics, ...scored } = measures;
    expect(statistics).toMatchObject({ right: 0, predicted: 0, gold: 10 });
    expect({
      ...withoutIntervals(scored),
      types: withoutIntervals(types),
      relationTypes: withoutIntervals(relationTypes),
    }).toEqual(JSON.parse(await readFile(`${GOLDEN}/expected.json`, 'utf8')));
  });

  it('keeps the order of the schema, with types that it does not know at the end', async () => {
    const { types, relationTypes } = await evaluateGolden();
    expect(Object.keys(types)).toEqual([
      'Method',
      'Model',
      'Benchmark',
      'Dataset',
      'Metric',
      'Task',
    ]);
    expect(Object.keys(relationTypes).at(-1)).toBe('BEATS');
  });

  it('says which documents and predictions have no counterpart', async () => {
    const { unpredicted, unknown } = await evaluateGolden();
    expect(unpredicted).toEqual(['hand-unpredicted']);
    expect(unknown).toEqual(['hand-unknown']);
  });

  it('lists as many mistakes as the figures say', async () => {
    const { measures, mistakes } = await evaluateGolden();
    const { names, relations, values, statistics } = measures;
    const parts = [names, relations, values, statistics];
    const missed = parts.reduce((sum, { gold, right }) => sum + gold - right, 0);
    const extra = parts.reduce((sum, { predicted, right }) => sum + predicted - right, 0);
    const count = (...kinds: RegExp[]) =>
      mistakes.filter(({ kind }) => kinds.some((one) => one.test(kind))).length;
    const slots = /^(?:wrong|missing|extra) (?:subject|metric|benchmark|baseline)$/;
    expect(count(/^missed /, /^wrong border$/)).toBe(missed);
    expect(count(/^extra /, /^wrong border$/) - count(/^extra (?:subject|metric|b[ae]\w+)$/)).toBe(
      extra,
    );
    expect(count(slots)).toBeGreaterThan(0);
  });

  it('puts each F1 inside its interval', async () => {
    const { measures } = await evaluateGolden();
    for (const { f1, interval } of Object.values(measures)) {
      expect(interval[0]).toBeLessThanOrEqual(f1);
      expect(interval[1]).toBeGreaterThanOrEqual(f1);
    }
  });
});
