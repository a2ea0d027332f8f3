/** Values as the items of a JSON list, a line each, without its brackets. */
export function* jsonItems(values: Iterable<unknown>): Generator<string> {
  let before = '\n';
  for (const value of values) {
    yield before + JSON.stringify(value);
    before = ',\n';
  }
  yield '\n';
}
