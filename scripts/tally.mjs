/** @typedef {{ passed: number, failed: number }} Tally */

/**
 * The tests of a run. A file that could not be run, a run that failed without a failing test, and one that ran
 * no test at all count as one failure.
 *
 * @param {number} code with which the run ended
 * @param {string} [report] by vitest's JSON reporter, if the run came so far
 * @returns {Tally}
 */
export function countTests(code, report) {
  if (report === undefined) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(report);
  const broken = testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  );
  const atLeast = code === 0 && numPassedTests > 0 ? 0 : 1;
  return { passed: numPassedTests, failed: Math.max(atLeast, numFailedTests + broken.length) };
}

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  return tallies.reduce(
    (total, { passed, failed }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
    }),
    { passed: 0, failed: 0 },
  );
}
