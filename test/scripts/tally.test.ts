import { describe, expect, it } from 'vitest';
import { countTests, sum } from '../../scripts/tally.mjs';

describe('countTests(code, report)', () => {
  const report = (numFailedTests: number, ...files: [status: string, tests: number][]) =>
    JSON.stringify({
      numPassedTests: files.find(([status]) => status === 'passed')?.[1] ?? 0,
      numFailedTests,
      testResults: files.map(([status, tests]) => ({
        status,
        assertionResults: Array.from({ length: tests }, () => ({})),
      })),
    });

  it.each([
    [
      'passed and failed tests',
      1,
      report(2, ['passed', 5], ['failed', 2]),
      { passed: 5, failed: 2 },
    ],
    [
      'files that could not be run',
      1,
      report(0, ['passed', 5], ['failed', 0]),
      { passed: 5, failed: 1 },
    ],
    ['runs that fail after their tests', 1, report(0, ['passed', 5]), { passed: 5, failed: 1 }],
    ['runs that fail before their tests', 2, undefined, { passed: 0, failed: 1 }],
    ['runs that end without a report', 0, undefined, { passed: 0, failed: 1 }],
    ['runs without tests', 0, report(0), { passed: 0, failed: 1 }],
    ['runs whose tests all pass', 0, report(0, ['passed', 5]), { passed: 5, failed: 0 }],
  ])('counts %s', (_, code, text, tally) => {
    expect(countTests(code, text)).toEqual(tally);
  });
});

describe('sum(tallies)', () => {
  it('adds what several runs counted', () => {
    expect(
      sum([
        { passed: 5, failed: 0 },
        { passed: 2, failed: 1 },
      ]),
    ).toEqual({ passed: 7, failed: 1 });
  });
});
