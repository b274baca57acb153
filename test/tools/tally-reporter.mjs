/** A reporter for node:test that ends in one line of JSON: how many tests passed, failed and were skipped. */
export default async function* tally(events) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') continue;
    // Node reports a file that holds no test as one test that passed. To us it is a promise nobody keeps.
    const isFile = data.nesting === 0 && data.name.endsWith('.node.ts');
    if (isFile && type === 'test:pass') process.stderr.write(`${data.name} has no tests\n`);
    if (isFile || type === 'test:fail') count.failed++;
    else if (data.skip !== undefined || data.todo !== undefined) count.skipped++;
    else count.passed++;
  }
  yield `${JSON.stringify(count)}\n`;
}
