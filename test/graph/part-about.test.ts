import { describe, expect, it } from 'vitest';
import { derive } from '../../graph/derive.ts';
import { findNode } from '../../graph/find-node.ts';
import { partAbout } from '../../graph/part-about.ts';
import { paper } from './paper.ts';

const FACTS = [
  paper('2601.1', {
    text: 'SCALE beats LoRA.',
    entities: [
      ['SCALE', 'Method', 'Selective Context Attention Loss Estimation'],
      ['LoRA', 'Method'],
    ],
    relations: [['SCALE', 'OUTPERFORMS', 'LoRA']],
  }),
  paper('2602 2', {
    text: 'SCALE and Adam.',
    entities: [
      ['SCALE', 'Method', 'Sparse Causal Layers'],
      ['Adam', 'Method'],
    ],
  }),
];
const { nodes, edges, graph } = derive(FACTS);
const part = (...references: string[]) => partAbout({ nodes, edges }, references);

describe('partAbout(lines, references)', () => {
  it.each([
    'scale',
    'SCALE',
    'lora',
    'scale@2601.1',
    'SCALE@2602 2',
    'paper:2602 2',
    'sparse causal layers',
    'nothing of it',
  ])('leads from %j to the same node as the whole graph', (reference) => {
    expect(findNode(part(reference), reference)).toBe(findNode(graph, reference));
  });

  it('has every edge of what is meant, and nothing that is far from it', () => {
    const lora = part('LoRA');
    expect(lora.edges('lora').sort()).toEqual(graph.edges('lora').sort());
    expect(lora.nodes().sort()).toEqual(['lora', 'paper:2601.1', 'scale']);
  });

  it('holds the edge that a key names', () => {
    const key = 'paper:2602%202 MENTIONS adam 2602%202';
    expect([graph.hasEdge(key), part(key).hasEdge(key)]).toEqual([true, true]);
  });
});
