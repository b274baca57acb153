import { bin, runQuietly } from '../run.mjs';

/** ESLint; a warning counts as an error, and so does a comment that switches off a rule for nothing. */
export default async function lint() {
  const strictness = ['--max-warnings=0', '--report-unused-disable-directives'];
  const { ok, output } = await runQuietly(bin('eslint'), ['--config', 'test/config/eslint.config.js', ...strictness, '.']);
  return ok ? [] : [output.trim() || 'eslint failed and said nothing'];
}
