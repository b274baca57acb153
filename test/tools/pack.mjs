// Packs the package as npm would, and looks at it as its customers will. Needs a moment: it builds.
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packProblems } from './pack-problems.mjs';
import { bin, runQuietly } from './run.mjs';

const folder = mkdtempSync(join(tmpdir(), 'carethread-pack-'));
let problems = 0;

try {
  if (await step('pack', () => runQuietly('npm', ['pack', '--pack-destination', folder]))) await look();
} finally {
  rmSync(folder, { recursive: true });
}
process.exitCode = problems > 0 ? 1 : 0;

async function look() {
  const tarball = join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')));
  const unpacked = join(folder, 'package');
  await step('unpack', () => runQuietly('tar', ['xf', tarball, '-C', folder]));
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'), 'dir');
  await step('files', async () => {
    const found = packProblems(unpacked);
    return { ok: found.length === 0, output: found.join('\n') };
  });
  await step('classes without side effects', () => node('import-without-effects.mjs', unpacked));
  await step('publint', () => runQuietly(bin('publint'), ['--strict', tarball]));
  await step('are the types wrong', () => runQuietly(bin('attw'), [tarball, '--profile', 'esm-only', '--no-color']));
}

function node(script, ...args) {
  return runQuietly(process.execPath, [`test/tools/${script}`, ...args]);
}

async function step(name, body) {
  const { ok, output } = await body();
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}`);
  if (!ok) console.log(output);
  if (!ok) problems++;
  return ok;
}
