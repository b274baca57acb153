// Imports the package's main module with a registry and a document that refuse to be touched.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const touched = [];
const guard = (name, allowed = {}) =>
  new Proxy(allowed, {
    get: (target, key) => target[key] ?? (() => touched.push(`${name}.${String(key)}`)),
  });

globalThis.customElements = guard('customElements', { get: () => undefined });
const before = new Set(Object.keys(globalThis));
const main = await import(pathToFileURL(join(process.argv[2], 'dist/index.js')));

const classes = Object.keys(main).filter((name) => /^Care[A-Z]/.test(name));
const isOfLibraries = (name) => /^(lit|reactiveElement|__zod)/.test(name);
const globals = Object.keys(globalThis).filter((name) => !before.has(name) && !isOfLibraries(name));
if (classes.length === 0) touched.push('no element class is exported');
const problems = [...touched, ...globals.map((name) => `the global ${name}`)];
for (const what of problems) console.log(`importing touched: ${what}`);
process.exitCode = problems.length > 0 ? 1 : 0;
