import { describe, expect, it } from 'vitest';
import type { Decision } from '../../graph/schema.ts';
import { decisionId } from '../../src/library/decision-id.ts';

const made: Decision = {
  schema: 2,
  at: '2026-03-14T12:00:00.000Z',
  author: 'ada',
  kind: 'rename',
  entity: { paper: 'a', field: 'text', start: 0, end: 5, words: 'SimSD' },
  name: 'Sim',
};

describe('decisionId(decision)', () => {
  it('stays what people noted, and looks unlike a line', () => {
    expect(decisionId(made)).toBe('k6925b193a9');
  });

  it('is the same whatever the schema and the order of the fields', () => {
    const { schema, entity, ...rest } = made;
    const { field, ...place } = entity;
    const other = { ...rest, entity: { ...place, field }, schema: 1 };
    expect(decisionId(other)).toBe(decisionId(made));
  });

  it.each<Partial<Decision>>([{ at: '2026-03-14T12:00:00.001Z' }, { author: 'bob' }])(
    'is another one with %j',
    (change) => {
      // The kind is not changed.
      expect(decisionId({ ...made, ...change } as Decision)).not.toBe(decisionId(made));
    },
  );
});
