import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';
import { minifyLiterals } from './minify-literals.mjs';

/** One line of `npm run size`, measured.
 *  @typedef {{ name: string, limit: number, bytes: number | undefined }} Size */

/** What each block of test/sizes.json weighs after brotli, in bytes. A block that stands on another is what a page
 *  pays more than for the other alone. What is loaded with import() when it is needed is a line of its own, beside
 *  the limit `later`. Undefined: some of it does not exist yet.
 *  @returns {Promise<Size[]>} */
export async function measure() {
  const blocks = JSON.parse(readFileSync('test/sizes.json', 'utf8'));
  const sizes = [];
  for (const [name, { kB, later = 0, on, entries }] of Object.entries(blocks)) {
    const below = on ? blocks[on].entries : [];
    const all = [...below, ...entries];
    const line = { name: nameOf(name, { on }), limit: kB * 1000, bytes: undefined };
    sizes.push(line);
    if (!all.every((entry) => existsSync(entry))) continue;
    const [whole, under] = [await weigh(all), await weigh(below)];
    line.bytes = whole.atOnce - under.atOnce;
    const bytes = Math.max(0, whole.later - under.later);
    if (later || bytes) sizes.push({ name: nameOf(name, { isLater: true }), limit: later * 1000, bytes });
  }
  return sizes;
}

/** What a line of the table is called, here and in the README.
 *  @param {string} name @param {{ on?: string, isLater?: boolean }} kind */
export const nameOf = (name, { on, isLater }) => (isLater ? `${name}, when needed` : on ? `${name}, on top of ${on}` : name);

const weighed = new Map();

async function weigh(entries) {
  if (entries.length === 0) return { atOnce: 0, later: 0 };
  const key = entries.join();
  if (!weighed.has(key)) {
    const [atOnce, all] = [await bundledBytes(entries, false), await bundledBytes(entries, true)];
    weighed.set(key, { atOnce, later: all - atOnce });
  }
  return weighed.get(key);
}

/** Everything in one file, with or without what import() loads later. */
async function bundledBytes(entries, withLater) {
  const page = '\0page.js';
  const exports = entries.map((entry, index) => `export * as e${index} from ${JSON.stringify(resolve(entry))};`);
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      minifyLiterals(),
      {
        name: 'page',
        resolveId: (_id, importer) => (importer ? undefined : page),
        load: (id) => (id === page ? exports.join('\n') : undefined),
        resolveDynamicImport: (id) => (withLater ? undefined : { id: String(id), external: true }),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      // As a library, or each import() would get Vite's own loader around it.
      lib: { entry: 'page.js', formats: ['es'] },
      rolldownOptions: {
        preserveEntrySignatures: 'strict',
        output: { codeSplitting: false, minify: true, comments: false },
      },
    },
  });
  const code = Buffer.concat(output.filter(({ type }) => type === 'chunk').map((chunk) => Buffer.from(chunk.code)));
  return brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
