import { describe, expect, it } from 'vitest';
import { colorsFor } from '../../src/commands/colors.ts';

describe('colorsFor(stream, env)', () => {
  it.each([
    [{ isTTY: true }, {}, true],
    [{ isTTY: true }, { NO_COLOR: '1' }, false],
    [{}, {}, false],
    [{}, { CI: 'true' }, false],
    [{}, { FORCE_COLOR: '1' }, true],
    [{}, { FORCE_COLOR: '0' }, false],
  ])('%j with %j: %s', (stream, env, isColored) => {
    expect(colorsFor(stream, env).red('x') !== 'x').toBe(isColored);
  });
});
