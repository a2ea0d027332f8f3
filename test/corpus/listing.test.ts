import { describe, expect, it } from 'vitest';
import { readListingLine } from '../../src/corpus/listing.ts';

describe('readListingLine(line)', () => {
  it('makes a document of what follows the mark', () => {
    expect(readListingLine('Abstract: We present  DeskCraft. ')).toEqual({
      document: { id: 'text:1789aa42195faa41', text: 'We present  DeskCraft.' },
    });
  });

  it.each([' Abstract: a', 'abstract: a', 'The Abstract: a'])('takes %s for noise', (line) => {
    expect(readListingLine(line)).toEqual({
      noise: `"${line.trim()}" does not begin with "Abstract:": no document`,
    });
  });

  it('refuses an abstract without text', () => {
    expect(readListingLine('Abstract: ')).toEqual({
      broken: `expected the abstract's text after "Abstract:", found nothing`,
    });
  });

  it('refuses an abstract that is too long', () => {
    expect(readListingLine(`Abstract:${'a'.repeat(50_001)}`)).toEqual({
      broken: 'the abstract has 50001 characters: expected at most 50000; give one abstract a line',
    });
  });
});
