import { existsSync } from 'node:fs';
import { filesIn } from '../files.mjs';
import { bin, runQuietly } from '../run.mjs';

/** Who may import whom: test/layers.cjs. */
export default async function layers() {
  const folders = ['src', 'test', 'stories', 'demo'].filter((folder) => existsSync(folder));
  const { ok, output } = await runQuietly(bin('depcruise'), ['--config', 'test/layers.cjs', ...folders]);
  if (!ok) return [output.trim() || 'depcruise failed and said nothing'];
  // With a TypeScript it does not know, dependency-cruiser looks at nothing and is content.
  const cruised = Number(output.match(/\((\d+) modules/)?.[1] ?? 0);
  const ours = filesIn('src', '.ts').length;
  return ours === 0 || cruised < ours ? [`${cruised} modules were looked at, and src alone has ${ours}`] : [];
}
