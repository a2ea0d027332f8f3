import { describe, expect, it } from 'vitest';
import type { EntityType } from '../../graph/schema.ts';
import { cutHeads } from '../../src/extract/heads.ts';

function cut(type: EntityType, name: string): string {
  const source = `a ${name} of`;
  const spans = [{ span: [2, 2 + name.length], type, confidence: 1 } as const];
  return cutHeads(spans, source)
    .map(({ span }) => source.slice(...span))
    .join();
}

describe('cutHeads(spans, source)', () => {
  it.each([
    ['Task', 'robust speech recognition', 'speech recognition'],
    ['Task', 'Efficient reasoning', 'Efficient reasoning'],
    ['Task', 'image classification', 'image classification'],
    ['Method', 'standard DPO', 'DPO'],
    ['Method', 'Robust PCA', 'Robust PCA'],
    ['Metric', 'standard deviation', 'standard deviation'],
  ] as const)('%s %s -> %s', (type, name, expected) => {
    expect(cut(type, name)).toBe(expected);
  });
});
