// `npm run size`: what the library weighs after brotli, beside what it may weigh.
import { measure } from './measure.mjs';

const kB = (bytes) => (bytes === undefined ? 'missing' : (bytes / 1000).toFixed(2)).padStart(9);

console.log(`${'kB after brotli'.padEnd(28)}${'is'.padStart(9)}${'may be'.padStart(9)}`);
for (const { name, bytes, limit } of await measure()) {
  const verdict = bytes > limit ? '  too much' : '';
  console.log(`${name.padEnd(28)}${kB(bytes)}${kB(limit)}${verdict}`);
  if (verdict || bytes === undefined) process.exitCode = 1;
}
