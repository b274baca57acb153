// `npm test`: builds, then runs every test. `node test/tools/test.mjs browser journeys` runs only those parts.
import { existsSync } from 'node:fs';
import { startPostgres } from './postgres.mjs';
import { run } from './run.mjs';
import { PARTS } from './test-parts.mjs';

const chosen = process.argv.slice(2);
const parts = PARTS.filter(({ title }) => chosen.length === 0 || chosen.some((word) => title.includes(word)));
if (parts.length === 0) throw new Error(`No such part. There are: ${PARTS.map(({ title }) => title).join(', ')}.`);
const sum = { passed: 0, failed: 0, skipped: 0 };
const broken = [];

if (!(await run('npm', ['run', '--silent', 'build'])).ok) broken.push('the build');
if (existsSync('demo/index.html') && !(await run('npm', ['run', '--silent', 'build:demo'])).ok) broken.push('the demo');

const postgres = await startPostgres();
if (postgres.missing) broken.push('PostgreSQL');
try {
  for (const part of parts) {
    console.log(`\n--- ${part.title}`);
    const { ok, ...count } = await part.run();
    for (const key of Object.keys(sum)) sum[key] += count[key];
    if (count.passed + count.failed === 0) broken.push(`${part.title} (no test was run)`);
    else if (!ok || count.failed > 0) broken.push(part.title);
  }
} finally {
  await postgres.stop();
}

if (broken.length > 0) console.log(`\nBroken: ${broken.join(', ')}.`);
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
// Something that a test left open must not keep this process, nor hide that it failed.
process.exit(broken.length > 0 ? 1 : 0);
