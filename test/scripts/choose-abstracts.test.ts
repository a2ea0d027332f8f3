import { describe, expect, it } from 'vitest';
import { chooseAbstracts } from '../../scripts/choose-abstracts.mjs';

const abstract = (id: string, date: string, words = '') => ({
  id,
  title: 'Agents',
  abstract: `An LLM agent gains 3 % on a benchmark. ${words}`,
  date,
});

const ids = (chosen: readonly { id: string }[]) => chosen.map(({ id }) => id);

/** Enough others that bear a name for it to be shared, and many more that bear none. */
const crowd = (name: string) =>
  Array.from({ length: 200 }, (_, index) =>
    abstract(`z${index}`, '2025-01-01', index < 8 ? name : ''),
  );

describe('chooseAbstracts(abstracts, most)', () => {
  it('leaves out what is about something else', () => {
    const other = { ...abstract('a', '2026-01-01'), title: 'Trees', abstract: 'A tree grows 3 %.' };
    expect(ids(chooseAbstracts([other, abstract('b', '2026-01-02')], 9))).toEqual(['b']);
  });

  it('takes as many of each month', () => {
    const january = ['a', 'b', 'c'].map((id) => abstract(id, '2026-01-01'));
    const february = ['d', 'e'].map((id) => abstract(id, '2026-02-01'));
    expect(ids(chooseAbstracts([...february, ...january], 4))).toEqual(['a', 'b', 'd', 'e']);
  });

  it('prefers names that others bear as well', () => {
    const wanted = abstract('y', '2026-01-01', 'We use OSWorld.');
    const coined = abstract('x', '2026-01-01', 'We use NobodyElse.');
    const chosen = chooseAbstracts([coined, wanted, ...crowd('OSWorld')], 2);
    expect(ids(chosen)).toContain('y');
    expect(ids(chosen)).not.toContain('x');
  });

  it('gives the same for any order', () => {
    const all = [abstract('a', '2026-01-02'), ...crowd('OSWorld')];
    expect(chooseAbstracts(all.toReversed(), 50)).toEqual(chooseAbstracts(all, 50));
  });
});
