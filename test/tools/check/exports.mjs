import { bin, runQuietly } from '../run.mjs';

/** Files, exports and packages that nobody uses. */
export default async function exports() {
  const options = ['--config', 'test/config/knip.js', '--no-progress', '--no-config-hints'];
  const { ok, output } = await runQuietly(bin('knip'), options);
  return ok ? [] : [output.trim() || 'knip failed and said nothing'];
}
