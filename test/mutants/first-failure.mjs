import { writeFileSync } from 'node:fs';

/*
 * A reporter that says which test failed first. Jest's own --json is not written where --bail ends the run, and to bail
 * is what makes a caught mistake cheap.
 */
export default class FirstFailure {
  /**
   * @param {unknown} _contexts
   * @param {import('@jest/reporters').AggregatedResult} results
   */
  onRunComplete(_contexts, { testResults, numPassedTests }) {
    const failed = testResults
      .flatMap((file) => file.testResults)
      .find((test) => test.status === 'failed');
    const broken = testResults.find((file) => file.testExecError);
    const verdict = {
      failed: failed?.fullName ?? null,
      broken: broken?.testFilePath ?? null,
      passed: numPassedTests,
    };
    writeFileSync('results.json', JSON.stringify(verdict));
  }
}
