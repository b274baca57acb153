/** Ends a run with one plain line, `N passed, N failed, N skipped`. A file that broke or has no test counts as failed. */
export function countReporter() {
  return {
    stop({ sessions }) {
      const count = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        const before = total(count);
        if (session.testResults) countSuite(session.testResults, count);
        if (total(count) > before && session.errors.length === 0) continue;
        if (session.errors.length === 0) console.error(`${session.testFile} has no tests`);
        count.failed++;
      }
      console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
      if (count.failed > 0) process.exitCode = 1;
    },
  };
}

function countSuite(suite, count) {
  for (const test of suite.tests) count[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
  for (const child of suite.suites) countSuite(child, count);
}

const total = ({ passed, failed, skipped }) => passed + failed + skipped;
