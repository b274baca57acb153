import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The files under a folder whose names end so, as sorted paths from the project's root with forward slashes.
 *  A folder that is not there yet has none. (Node 20 has no `fs.globSync`.)
 *  @param {string} folder
 *  @param {...string} endings
 *  @returns {string[]} */
export function filesIn(folder, ...endings) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((path) => join(folder, String(path)).split(sep).join('/'))
    .filter((path) => !path.includes('node_modules/') && endings.some((ending) => path.endsWith(ending)))
    .sort();
}
