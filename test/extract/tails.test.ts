import { describe, expect, it } from 'vitest';
import type { EntityType } from '../../graph/schema.ts';
import { cutTails } from '../../src/extract/tails.ts';

function cut(type: EntityType, ...names: string[]): string[] {
  const source = names.join(' ');
  const spans = names.map((name) => {
    const start = source.indexOf(name);
    return { span: [start, start + name.length], type, confidence: 1 } as const;
  });
  return cutTails(spans, (span) => source.slice(...span)).map(({ span }) => source.slice(...span));
}

describe('cutTails(spans, visible)', () => {
  it.each([
    ['OSWorld benchmark', 'OSWorld'],
    ['ImageNet dataset', 'ImageNet'],
    ['C4 corpus', 'C4'],
    ['LLM benchmarks', 'LLM benchmarks'],
    ['co-evolving framework', 'co-evolving framework'],
    ['TPC-C', 'TPC-C'],
  ])('%s -> %s', (name, expected) => {
    expect(cut('Benchmark', name)).toEqual([expected]);
  });

  it('cuts what the document names without its tail', () => {
    expect(cut('Benchmark', 'MMLU benchmark', 'MMLU')).toEqual(['MMLU', 'MMLU']);
  });
});
