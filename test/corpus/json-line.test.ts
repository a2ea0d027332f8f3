import { describe, expect, it } from 'vitest';
import { readJsonLine } from '../../src/corpus/json-line.ts';

const read = (line: object) => readJsonLine(JSON.stringify(line));

describe('readJsonLine(line)', () => {
  it('reads every field and ignores others', () => {
    const line = {
      year: 2026,
      categories: ['cs.AI'],
      authors: ['A. Turing'],
      url: 'https://example.org/a',
      date: '2026-03-14',
      abstract: ' We present  it. ',
      title: 'A\n  title ',
      id: '2507.12795v2',
    };
    expect(JSON.stringify(read(line))).toBe(
      JSON.stringify({
        document: {
          id: '2507.12795',
          title: 'A\n  title',
          text: 'We present  it.',
          date: '2026-03-14',
          url: 'https://example.org/a',
          authors: ['A. Turing'],
          categories: ['cs.AI'],
        },
      }),
    );
  });

  it('prefers the text to the abstract', () => {
    expect(read({ id: 'a', abstract: 'One.', text: 'Two.' })).toEqual({
      document: { id: 'a', text: 'Two.' },
    });
  });

  it('derives the id from the text where there is none', () => {
    expect(read({ text: 'We present DeskCraft.' })).toEqual({
      document: { id: 'text:1789aa42195faa41', text: 'We present DeskCraft.' },
    });
  });

  it('takes null, blank and empty for absent', () => {
    expect(
      read({ id: 'a', title: ' ', text: '', abstract: 'Two.', date: null, authors: [], url: '' }),
    ).toEqual({ document: { id: 'a', text: 'Two.' } });
  });

  it.each([
    ['2026-03-14T10:00:00Z', '2026-03-14'],
    ['2026-03-14 10:00:00.123+02:00', '2026-03-14'],
    ['2024-02-29', '2024-02-29'],
  ])('cuts the date %s to its day', (date, day) => {
    expect(read({ id: 'a', text: 'b', date })).toEqual({
      document: { id: 'a', text: 'b', date: day },
    });
  });

  it.each([
    [{ versions: [{ version: 'v1', created: 'Mon, 2 Apr 2007 19:18:42 GMT' }] }, '2007-04-02'],
    [{ versions: [{ created: 'Mon, 2 Apr 2007 23:59:59 GMT' }, 'v2'] }, '2007-04-02'],
    [{ versions: [{ created: '2 Apr 2007' }], update_date: '2008-11-26' }, '2008-11-26'],
    [{ versions: 'v1', published: '2007-04-02T19:18:42Z' }, '2007-04-02'],
    [{ published: 'in spring', update_date: '2008-11-26' }, '2008-11-26'],
    [{ date: '2006-01-01', update_date: '2008-11-26' }, '2006-01-01'],
    [{ date: null, update_date: '2008-11-26' }, '2008-11-26'],
    [{ update_date: 'soon' }, undefined],
  ])('dates %j by its first version, as exports of arXiv do', (fields, date) => {
    expect(read({ id: 'a', text: 'b', ...fields })).toEqual({
      document: { id: 'a', text: 'b', ...(date && { date }) },
    });
  });

  it.each([
    ['A. Turing, G. Hopper and A. Lovelace', ['A. Turing', 'G. Hopper', 'A. Lovelace']],
    ['A. Turing, G. Hopper, and A. Lovelace', ['A. Turing', 'G. Hopper', 'A. Lovelace']],
    ['Turing, A.; Hopper, G.', ['Turing, A.', 'Hopper, G.']],
    ['Alexander Sand', ['Alexander Sand']],
  ])('splits the authors %s', (authors, expected) => {
    expect(read({ id: 'a', text: 'b', authors })).toEqual({
      document: { id: 'a', text: 'b', authors: expected },
    });
  });

  it.each([
    ['cs.AI cs.LG  hep-th', ['cs.AI', 'cs.LG', 'hep-th']],
    ['machine learning', ['machine learning']],
  ])('splits the categories %s', (categories, expected) => {
    expect(read({ id: 'a', text: 'b', categories })).toEqual({
      document: { id: 'a', text: 'b', categories: expected },
    });
  });

  it.each([
    [{ id: 7 }, 'field "id" is 7: expected a string'],
    [{ id: 'a'.repeat(201) }, `field "id" is "${'a'.repeat(59)}…: expected at most 200 characters`],
    [{ id: 'a\nb' }, 'field "id" is "a\\nb": expected an id on one line'],
    [{ title: ['a'] }, 'field "title" is ["a"]: expected a string'],
    [{ text: { en: 'a' } }, 'field "text" is {"en":"a"}: expected a string'],
    [{ date: '14.3.2026' }, 'field "date" is "14.3.2026": expected an ISO day such as 2026-03-14'],
    [
      { date: '2026-02-29' },
      'field "date" is "2026-02-29": expected an ISO day such as 2026-03-14',
    ],
    [{ date: 2026 }, 'field "date" is 2026: expected an ISO day such as 2026-03-14'],
    [{ url: 'ftp://a.org' }, 'field "url" is "ftp://a.org": expected an http or https address'],
    [{ url: 'a.org' }, 'field "url" is "a.org": expected an http or https address'],
    [{ authors: 7 }, 'field "authors" is 7: expected a list of strings, or one string'],
    [{ authors: ['a', { b: 1 }] }, 'field "authors[1]" is {"b":1}: expected a string'],
    [{ categories: [''] }, 'field "categories[0]" is "": expected some text'],
    [
      { text: 'a\ud800' },
      'field "text" is "a\\ud800": expected Unicode text, without NUL and unpaired surrogates',
    ],
    [
      { title: 'a\0' },
      'field "title" is "a\\u0000": expected Unicode text, without NUL and unpaired surrogates',
    ],
  ])('names the field, the value and what was expected of %j', (field, broken) => {
    expect(read({ text: 'b', ...field })).toEqual({ broken });
  });

  it('refuses a text that is too long', () => {
    expect(read({ text: 'a'.repeat(50_001) })).toEqual({
      broken: `field "text" is "${'a'.repeat(59)}…: expected at most 50000 characters`,
    });
  });

  it.each([{ id: 'a' }, { text: '' }, { text: null, abstract: ' \n' }])(
    'refuses %j, which has no text',
    (line) => {
      expect(read(line)).toEqual({
        broken: 'no text: expected a field "text" or "abstract" with the abstract',
      });
    },
  );

  const expected =
    'expected one JSON object a line, such as {"id": "2507.12795", "text": "We ..."}';

  it.each(['[1]', '7', 'null', '"a"'])('refuses %s, which is no object', (line) => {
    expect(readJsonLine(line)).toEqual({ broken: `${line} is no JSON object: ${expected}` });
  });

  it('refuses what is no JSON', () => {
    expect(readJsonLine('{"text": "a"')).toEqual({
      broken: `no JSON (Expected ',' or '}' after property value in JSON at position 12): ${expected}`,
    });
  });
});
