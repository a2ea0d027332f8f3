import { describe, expect, it } from 'vitest';
import { aptPrefix, findBrowser, type Machine } from '../../scripts/browser.mjs';

function machine(overrides: Partial<Machine>, programs: readonly string[] = []): Machine {
  return {
    platform: 'linux',
    env: {},
    home: '/home/ada',
    exists: (path) => programs.includes(path),
    succeeds: () => true,
    ...overrides,
  };
}

describe('findBrowser(machine)', () => {
  const path = { PATH: '/usr/local/bin:/usr/bin' };

  it('takes CHROME_PATH before all others', () => {
    const env = { ...path, CHROME_PATH: '/opt/chrome' };
    const programs = ['/usr/bin/google-chrome', '/opt/chrome'];
    expect(findBrowser(machine({ env }, programs))).toBe('/opt/chrome');
  });

  it('says where CHROME_PATH leads nowhere', () => {
    const env = { ...path, CHROME_PATH: '/opt/chrome' };
    expect(() => findBrowser(machine({ env }, ['/usr/bin/chromium']))).toThrow(
      'CHROME_PATH is /opt/chrome, but there is no such file. Set it to the path of Chrome or Chromium, or unset it.',
    );
  });

  it('looks along PATH, for Chrome first', () => {
    const programs = ['/usr/local/bin/chromium', '/usr/bin/google-chrome'];
    expect(findBrowser(machine({ env: path }, programs))).toBe('/usr/bin/google-chrome');
  });

  it('passes over what does not run', () => {
    const succeeds = (command: string) => command !== '/usr/bin/chromium';
    const programs = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];
    expect(findBrowser(machine({ env: path, succeeds }, programs))).toBe(
      '/usr/bin/chromium-browser',
    );
  });

  it('looks into the applications of macOS', () => {
    const chromium = '/home/ada/Applications/Chromium.app/Contents/MacOS/Chromium';
    expect(findBrowser(machine({ platform: 'darwin' }, [chromium]))).toBe(chromium);
  });

  it('looks into the program folders of Windows, and runs nothing there', () => {
    const chrome = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
    const env = { PROGRAMFILES: 'C:\\Program Files' };
    const windows = machine({ platform: 'win32', env, succeeds: () => false }, [chrome]);
    expect(findBrowser(windows)).toBe(chrome);
  });

  it('finds none where there is none', () => {
    expect(findBrowser(machine({ env: path }))).toBeUndefined();
  });
});

describe('aptPrefix(machine)', () => {
  const having = (...commands: string[]) =>
    machine({ succeeds: (command) => commands.includes(command) });

  it.each([
    ['root', having('apt-get', 'sh', 'sudo'), []],
    ['sudo without a password', having('apt-get', 'sudo'), ['sudo', '-n']],
    ['neither', having('apt-get'), undefined],
    ['no apt-get', having('sh', 'sudo'), undefined],
    ['another system', machine({ platform: 'darwin' }), undefined],
  ])('with %s', (_, given, prefix) => {
    expect(aptPrefix(given)).toEqual(prefix);
  });
});
