import { describe, expect, it } from 'vitest';
import { explainEngine } from '../../../graph/cypher/explain-engine.ts';

describe('explainEngine(message, text)', () => {
  it.each([
    [
      'std::bad_alloc',
      /^the query takes more memory than the embedded database has; ask for less$/,
    ],
    ['Buffer manager exception: Unable to allocate memory!', /^the query takes more memory/],
    ['Conversion exception: Cast failed. Given: "x"', /^Cast failed\. Given: "x"$/],
    [
      "Catalog exception: function TO_JSON is not defined. This function exists in the JSON extension. You can install and load the extension by running 'INSTALL JSON; LOAD EXTENSION JSON;'",
      /^function TO_JSON is not defined$/,
    ],
  ])('puts %j into words', (message, expected) => {
    expect(explainEngine(message, 'RETURN 1').message).toMatch(expected);
  });

  it('finds the name that is meant', () => {
    const message = 'Catalog exception: function TO_JSON is not defined.';
    expect(explainEngine(message, 'RETURN to_json(1)').offset).toBe(7);
  });
});
