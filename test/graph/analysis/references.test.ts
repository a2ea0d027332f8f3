import { describe, expect, it } from 'vitest';
import { isReference } from '../../../graph/analysis/references.ts';

describe('isReference(name)', () => {
  it.each([
    ['Oracle baseline', true],
    ['ensemble oracle', true],
    ['Oracle routing', true],
    ['no-skill baseline', true],
    ['random', true],
    ['random guessing', true],
    ['humans', true],
    ['human experts', true],
    ['board-certified radiologists', false],
    ['thoracic radiologists', true],
    ['upper bound', true],
    ['random forest', false],
    ['Humans-Junior', false],
    ['HumanEval', false],
    ['Mixture of Experts', false],
    ['Baseline-Free RL', false],
  ])('%s: %s', (name, expected) => {
    expect(isReference(name)).toBe(expected);
  });
});
