import { describe, expect, it } from 'vitest';
import type { ExtractedResult } from '../../../graph/schema.ts';
import { settleSlots } from '../../../src/extract/numbers/slots.ts';
import { readSentence } from './one-sentence.ts';

function settle(...sentence: Parameters<typeof readSentence>): ExtractedResult[] {
  const { results, entities, views } = readSentence(...sentence);
  return settleSlots(results, entities, views);
}

describe('settleSlots(results, entities, views)', () => {
  it('gives each number of a list the benchmark at its place', () => {
    const settled = settle(
      'It has an MAE of 1.74 and 2.15 on the MORPH-II and FG-NET datasets.',
      { 'MORPH-II': 'Dataset', 'FG-NET': 'Dataset' },
      [
        { number: '1.74', benchmark: 'MORPH-II' },
        { number: '2.15', benchmark: 'MORPH-II' },
      ],
    );
    expect(settled.map(({ benchmark, by }) => [benchmark, by])).toEqual([
      ['MORPH-II', 'model'],
      ['FG-NET', 'model + list'],
    ]);
  });

  it('gives each number of a list the metric at its place before it', () => {
    const settled = settle(
      'It lowers FID and FVD by 48.6% and 43.0%.',
      { FID: 'Metric', FVD: 'Metric' },
      [
        { number: '48.6', metric: 'FVD', kind: 'reduction' },
        { number: '43.0', kind: 'reduction' },
      ],
    );
    expect(settled.map(({ metric }) => metric)).toEqual(['FID', 'FVD']);
  });

  it('gives respective numbers the subjects before them', () => {
    const settled = settle(
      'Phi scores lower, and Gemma and Llama-3 drop to 39% and 24%, respectively.',
      { Phi: 'Model', Gemma: 'Model', 'Llama-3': 'Model' },
      [
        { number: '39', subject: 'Phi' },
        { number: '24', subject: 'Phi' },
      ],
    );
    expect(settled.map(({ subject }) => subject)).toEqual(['Gemma', 'Llama-3']);
  });

  it('leaves lists of different lengths and lists with a number between them', () => {
    const entities = { A1: 'Benchmark', B2: 'Benchmark', C3: 'Benchmark' } as const;
    const numbers = [{ number: '51' }, { number: '62' }];
    for (const text of [
      'It scores 51% and 62% on A1, B2 and C3.',
      'It scores 51% and 62% with 7 shots on A1 and B2.',
    ]) {
      expect(settle(text, entities, numbers).map(({ by }) => by)).toEqual(['model', 'model']);
    }
  });

  it('fills the benchmark that opens the sentence where there is none', () => {
    const numbers = [{ number: '30' }, { number: '90', benchmark: 'CIFAR' }];
    const entities = { ImageNet: 'Dataset', CIFAR: 'Dataset' } as const;
    const settled = settle('On ImageNet, it is 30% better, and 90% on CIFAR.', entities, numbers);
    expect(settled.map(({ benchmark }) => benchmark)).toEqual(['ImageNet', 'CIFAR']);
    const more = settle(
      'Experiments on ImageNet and others show 30% and CIFAR 90.',
      entities,
      numbers,
    );
    expect(more.map(({ benchmark }) => benchmark)).toEqual([null, 'CIFAR']);
  });

  it('drops a benchmark that the sentence trains on', () => {
    const text = 'Fine-tuning Qwen on CrossTrace raises the score to 96.8%.';
    const numbers = [{ number: '96.8', benchmark: 'CrossTrace' }];
    expect(settle(text, { CrossTrace: 'Dataset' }, numbers)[0]).toMatchObject({
      benchmark: null,
      by: 'model + training',
    });
  });

  it('keeps a benchmark that the sentence trains on where it is a test set', () => {
    const text = 'A model trained on the ASGDTS test set has 13.9% WER.';
    const numbers = [{ number: '13.9', benchmark: 'ASGDTS' }];
    expect(settle(text, { ASGDTS: 'Dataset' }, numbers)[0]?.benchmark).toBe('ASGDTS');
  });

  it('takes the variant that the sentence names', () => {
    const entities = { 'GenSeg-R1': 'Model', 'GenSeg-R1-8B': 'Model' } as const;
    const numbers = [{ number: '71', subject: 'GenSeg-R1' }];
    // Both names are found at the place of the longer one, so only that one is a mention.
    const only = { 'GenSeg-R1-8B': entities['GenSeg-R1-8B'] };
    expect(settle('Here GenSeg-R1-8B has 71%.', only, numbers)[0]?.subject).toBe('GenSeg-R1-8B');
    expect(settle('Here it has 71%.', entities, numbers)[0]?.subject).toBe('GenSeg-R1');
  });

  it('drops who is outperformed from a score, not from a gain', () => {
    const entities = { YOLO: 'Model' } as const;
    const settled = settle('It reaches 92.8%, outperforming YOLO by 4.8%.', entities, [
      { number: '92.8', baseline: 'YOLO' },
      { number: '4.8', baseline: 'YOLO', kind: 'gain' },
    ]);
    expect(settled.map(({ baseline }) => baseline)).toEqual([null, 'YOLO']);
  });

  it('keeps who a score is compared with', () => {
    const numbers = [{ number: '92.8', baseline: 'YOLO' }];
    const [result] = settle('It reaches 92.8% vs. 80% of YOLO.', { YOLO: 'Model' }, numbers);
    expect(result?.baseline).toBe('YOLO');
  });

  it('says the first score of a rise of what was there before', () => {
    const settled = settle('ROT raises accuracy from 43.2% to 44.5%.', { ROT: 'Method' }, [
      { number: '43.2', subject: 'ROT' },
      { number: '44.5', subject: 'ROT' },
    ]);
    expect(settled.map(({ subject }) => subject)).toEqual([null, 'ROT']);
  });
});
