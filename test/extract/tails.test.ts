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

  it.each([
    ['Dataset', 'WESAD dataset', 'WESAD'],
    ['Dataset', 'Jester database', 'Jester'],
    ['Dataset', 'chest X-ray dataset', 'chest X-ray dataset'],
    ['Method', 'WESAD dataset', 'WESAD dataset'],
    ['Model', 'Qwen2.5 series', 'Qwen2.5'],
    ['Model', 'word embeddings', 'word embeddings'],
    ['Metric', 'mAP@50 scores', 'mAP@50'],
    ['Metric', 'F1 score', 'F1 score'],
    ['Task', 'mathematical reasoning tasks', 'mathematical reasoning'],
    ['Task', 'task', 'task'],
  ] as const)('%s %s -> %s', (type, name, expected) => {
    expect(cut(type, name)).toEqual([expected]);
  });

  it('cuts what the document names without its tail', () => {
    expect(cut('Benchmark', 'MMLU benchmark', 'MMLU')).toEqual(['MMLU', 'MMLU']);
    expect(cut('Model', 'YOLOv8 models', 'YOLOv8')).toEqual(['YOLOv8', 'YOLOv8']);
    expect(cut('Method', 'speculative decoding algorithm')).toEqual([
      'speculative decoding algorithm',
    ]);
  });
});
