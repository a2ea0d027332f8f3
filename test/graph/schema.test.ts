import { describe, expect, it } from 'vitest';
import {
  allows,
  document,
  EDGE_TYPES,
  ENTITY_TYPES,
  fits,
  RELATION_TYPES,
  RESULT_SLOTS,
  SIGNATURES,
  SLOTS,
} from '../../graph/schema.ts';

describe('allows(type, source, target)', () => {
  it('lets a paper alone propose', () => {
    expect(allows('PROPOSES', 'Paper', 'Method')).toBe(true);
    expect(allows('PROPOSES', 'Method', 'Method')).toBe(false);
    expect(allows('ADDRESSES', 'Paper', 'Task')).toBe(false);
  });

  it('treats types that stand for one another alike, so that a vote on the type breaks no claim', () => {
    for (const type of RELATION_TYPES) {
      for (const end of ['source', 'target'] as const) {
        const types: readonly string[] = SIGNATURES[type][end];
        expect(types.includes('Method'), `${type} ${end}`).toBe(types.includes('Model'));
        expect(types.includes('Benchmark'), `${type} ${end}`).toBe(types.includes('Dataset'));
      }
    }
  });
});

describe('fits(slot, type)', () => {
  it('fills every slot with some type, and its edge is one of the graph', () => {
    for (const slot of RESULT_SLOTS) {
      expect(ENTITY_TYPES.some((type) => fits(slot, type))).toBe(true);
      expect(EDGE_TYPES).toContain(SLOTS[slot].edge);
    }
  });
});

describe('document', () => {
  it.each([
    [{ id: 'a', text: '' }],
    [{ id: '', text: 'x' }],
    [{ id: 'a', text: 'x', date: '2026-13-01' }],
    [{ id: 'a', text: 'x', url: 'javascript:alert(1)' }],
  ])('refuses %j', (value) => {
    expect(document.safeParse(value).success).toBe(false);
  });
});
