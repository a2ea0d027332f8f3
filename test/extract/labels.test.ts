import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allows, ENTITY_TYPES, fits, RELATION_TYPES, RESULT_SLOTS } from '../../graph/schema.ts';
import { labels } from '../../src/extract/labels.ts';

const shipped = labels.parse(
  JSON.parse(readFileSync(new URL('../../model/labels.json', import.meta.url), 'utf8')),
);

describe('model/labels.json', () => {
  it('knows the types of the schema', () => {
    expect([...shipped.types].sort()).toEqual([...ENTITY_TYPES].sort());
  });

  it('tags each type with a beginning and an inside', () => {
    const tags = ENTITY_TYPES.flatMap((type) => [`B-${type}`, `I-${type}`]);
    expect([...shipped.tags].sort()).toEqual(['O', ...tags].sort());
  });

  it('knows the relations of the schema', () => {
    const known = shipped.relations.filter((relation) => relation !== 'none');
    expect([...known, 'PROPOSES'].sort()).toEqual([...RELATION_TYPES].sort());
    expect(Object.keys(shipped.signatures).sort()).toEqual([...known].sort());
  });

  it('joins just what the schema allows', () => {
    for (const type of RELATION_TYPES.filter((relation) => relation !== 'PROPOSES')) {
      const [sources = [], targets = []] = shipped.signatures[type] ?? [];
      for (const source of ENTITY_TYPES) {
        for (const target of ENTITY_TYPES) {
          const joins = sources.includes(source) && targets.includes(target);
          expect(joins, `${source} ${type} ${target}`).toBe(allows(type, source, target));
        }
      }
    }
  });

  it('fills the slots of a result as the schema does', () => {
    expect([...shipped.roles].sort()).toEqual([...RESULT_SLOTS].sort());
    for (const slot of RESULT_SLOTS) {
      const types = ENTITY_TYPES.filter((type) => fits(slot, type));
      expect([...(shipped.roleTypes[slot] ?? [])].sort()).toEqual([...types].sort());
    }
  });
});
