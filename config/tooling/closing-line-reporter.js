/** Ends a test run with one plain line that any machine reads: `N passed, N failed`, and `, N skipped` where some were. */
export default class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    const broken = results.testResults.filter((it) => it.testExecError !== undefined).length;
    const failed = results.numFailedTests + broken;
    const skipped = results.numPendingTests > 0 ? `, ${results.numPendingTests} skipped` : '';
    process.stdout.write(`\n${results.numPassedTests} passed, ${failed} failed${skipped}\n`);
  }
}
