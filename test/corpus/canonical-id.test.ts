import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalId, textId } from '../../src/corpus/canonical-id.ts';

describe('canonicalId(id)', () => {
  it.each([
    ['2507.12795', '2507.12795'],
    ['2507.12795v2', '2507.12795'],
    ['arXiv:2507.12795', '2507.12795'],
    ['arxiv: 2507.12795v11', '2507.12795'],
    ['https://arxiv.org/abs/2507.12795v1', '2507.12795'],
    ['http://arxiv.org/pdf/2507.12795v1.pdf', '2507.12795'],
    ['https://www.arxiv.org/html/2507.12795/', '2507.12795'],
    ['arxiv.org/abs/2507.12795?context=cs.LG#top', '2507.12795'],
    ['oai:arXiv.org:0704.0001', '0704.0001'],
    ['cs/0501001', 'cs/0501001'],
    ['math.GT/0309136v1', 'math/0309136'],
    ['https://arxiv.org/abs/hep-th/9901001v3', 'hep-th/9901001'],
    ['10.48550/arXiv.2507.12795', '2507.12795'],
    ['https://doi.org/10.48550/ARXIV.2507.12795', '2507.12795'],
  ])('finds the arXiv id in %s', (id, canonical) => {
    expect(canonicalId(id)).toBe(canonical);
  });

  it.each([
    ['10.1145/3292500.3330701', '10.1145/3292500.3330701'],
    ['https://doi.org/10.1162/TACL_a_00023', '10.1162/tacl_a_00023'],
    ['http://dx.doi.org/10.1000/ABC', '10.1000/abc'],
    ['doi:10.1000/ABC', '10.1000/abc'],
    ['DOI: 10.1000/ABC', '10.1000/abc'],
  ])('puts the DOI %s into lower case', (id, canonical) => {
    expect(canonicalId(id)).toBe(canonical);
  });

  it.each([
    ['  ACL-2020-v2 ', 'ACL-2020-v2'],
    ['2513.12345v2', '2513.12345v2'],
    ['report/0501001v2', 'report/0501001v2'],
    ['https://example.org/A?b=C', 'https://example.org/A?b=C'],
    ['doi:unknown', 'doi:unknown'],
    ['000-01', '000-01'],
  ])('leaves %s as it stands, trimmed', (id, canonical) => {
    expect(canonicalId(id)).toBe(canonical);
  });

  it('changes nothing when it is applied again', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(canonicalId(canonicalId(id))).toBe(canonicalId(id));
      }),
    );
  });
});

describe('textId(text)', () => {
  it('is a short hash of the text', () => {
    expect(textId('We present DeskCraft.')).toBe('text:1789aa42195faa41');
  });

  it('does not count white space', () => {
    expect(textId(' We  present\nDeskCraft. ')).toBe(textId('We present DeskCraft.'));
  });

  it('does not count how an accent is written', () => {
    expect(textId('Poincare\u0301')).toBe(textId('Poincar\u00e9'));
  });
});
