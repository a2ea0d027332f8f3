/** @typedef {{ passed: number, failed: number }} Tally */

/**
 * The tests of a run. A file that could not be run, and a run that failed without a failing test, count as one failure.
 *
 * @param {number} code with which the run ended
 * @param {string} [report] by vitest's JSON reporter, if the run came so far
 * @returns {Tally}
 */
export function countTests(code, report) {
  const atLeast = code === 0 ? 0 : 1;
  if (report === undefined) return { passed: 0, failed: atLeast };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(report);
  const broken = testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: Math.max(atLeast, numFailedTests + broken.length) };
}

/**
 * @param {Tally} a
 * @param {Tally} b
 * @returns {Tally}
 */
export function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}
