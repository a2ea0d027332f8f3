import { describe, expect, it } from 'vitest';
import { derive } from '../../graph/derive.ts';
import { findNode } from '../../graph/find-node.ts';
import { paper } from './paper.ts';

const scale = (id: string, date: string, long: string) =>
  paper(id, {
    text: `SCALE is ${long}.`,
    date,
    entities: [['SCALE', 'Method', long]],
  });
const first = scale('2601.1', '2026-01-01', 'Selective Context Attention Loss Estimation');
const second = scale('2602.2', '2026-02-01', 'Sparse Convolutional Adapter Learning');

describe('findNode(graph, key)', () => {
  it('finds a node by its own key, and by its name', () => {
    const { graph } = derive([first]);
    expect([findNode(graph, 'scale'), findNode(graph, 'SCALE')]).toEqual(['scale', 'scale']);
  });

  it('finds what a paper calls so, whatever its key is now', () => {
    const { graph } = derive([first, second]);
    expect(findNode(graph, 'scale@2601.1')).toBe('scale');
    expect(findNode(graph, 'scale@2602.2')).toBe('scale@2602.2');
    const earlier = scale('2512.3', '2025-12-01', 'Some Clever Algorithm for Long Examples');
    const grown = derive([first, second, earlier]).graph;
    expect(findNode(grown, 'scale@2601.1')).toBe('scale@2601.1');
  });

  it('finds a thing by each of its aliases', () => {
    const { graph } = derive([first]);
    expect(findNode(graph, 'selective context attention loss estimation')).toBe('scale');
  });

  it('finds nothing where there is nothing', () => {
    expect(findNode(derive([first]).graph, 'scales@nowhere')).toBeUndefined();
  });
});
