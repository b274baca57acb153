import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';
import { minifyLiterals } from './minify-literals.mjs';

/** One line of test/sizes.json, measured.
 *  @typedef {{ name: string, limit: number, bytes: number | undefined, on: string | undefined }} Size */

/** What each block of test/sizes.json weighs after brotli, in bytes. A block that stands on another is what a page
 *  pays more than for the other alone. Undefined: some of it does not exist yet.
 *  @returns {Promise<Size[]>} */
export async function measure() {
  const blocks = JSON.parse(readFileSync('test/sizes.json', 'utf8'));
  const sizes = [];
  for (const [name, { kB, on, entries }] of Object.entries(blocks)) {
    const below = on ? blocks[on].entries : [];
    const exists = [...below, ...entries].every((entry) => existsSync(entry));
    const bytes = exists ? (await weigh([...below, ...entries])) - (on ? await weigh(below) : 0) : undefined;
    sizes.push({ name, limit: kB * 1000, bytes, on });
  }
  return sizes;
}

const weighed = new Map();

async function weigh(entries) {
  const key = entries.join();
  if (!weighed.has(key)) weighed.set(key, await bundledBytes(entries));
  return weighed.get(key);
}

async function bundledBytes(entries) {
  const page = '\0page.js';
  const exports = entries.map((entry, index) => `export * as e${index} from ${JSON.stringify(resolve(entry))};`);
  const { output } = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      minifyLiterals(),
      {
        name: 'page',
        resolveId: (id) => (id === 'page.js' ? page : undefined),
        load: (id) => (id === page ? exports.join('\n') : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      modulePreload: false,
      // What is loaded later is paid for as well: everything goes into one file.
      rolldownOptions: {
        input: 'page.js',
        preserveEntrySignatures: 'strict',
        output: { codeSplitting: false },
      },
    },
  });
  const code = Buffer.concat(output.filter(({ type }) => type === 'chunk').map((chunk) => Buffer.from(chunk.code)));
  return brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
