import { bin, runQuietly } from '../run.mjs';

/** TypeScript, over everything that tsconfig.json includes. */
export default async function types() {
  const { ok, output } = await runQuietly(bin('tsc'), ['--noEmit', '--project', 'tsconfig.json']);
  return ok ? [] : [output.trim() || 'tsc failed and said nothing'];
}
