import { describe, expect, it } from 'vitest';
import { userName } from '../../src/library/user-name.ts';

/** As the system answers for a user that it has no entry of. */
const name = () => {
  throw new Error('uv_os_get_passwd returned ENOENT');
};

describe('userName(machine)', () => {
  it.each([
    ['the name that the system has', { name: () => 'ada', env: { USER: 'bob' }, id: 1234 }, 'ada'],
    ['else that of the environment', { name, env: { USER: 'bob' }, id: 1234 }, 'bob'],
    ['else the id', { name, env: {}, id: 1234 }, '1234'],
    [
      'the id where the environment has no more than an empty name',
      { name, env: { USER: '' }, id: 0 },
      '0',
    ],
  ])('gives %s', (_, machine, expected) => {
    expect(userName(machine)).toBe(expected);
  });

  it('says what the system said where there is nothing else', () => {
    expect(() => userName({ name, env: {}, id: undefined })).toThrow('ENOENT');
  });
});
