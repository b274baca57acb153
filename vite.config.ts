import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import { filesIn } from './test/tools/files.mjs';

const manifest = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as {
  dependencies: Record<string, string>;
};
const external = Object.keys(manifest.dependencies).map((name) => new RegExp(`^${name}(/|$)`));

// Every module is an entry, so dist mirrors src file by file and no export is dropped for want of a caller in here.
const modules = filesIn('src', '.ts').map((path) => [path.slice('src/'.length, -'.ts'.length), path]);

// The compiler's own helpers come with a version in their path.
const fileName = ({ name }: { name: string }) =>
  name.startsWith('_virtual/') ? `compiled/${name.split('/').at(-1)!}.js` : '[name].js';

/** `vite build`: src as ES modules in dist, dependencies left as imports. The declarations come from tsc. */
export default defineConfig({
  logLevel: 'warn',
  build: {
    outDir: 'dist',
    target: 'es2022',
    minify: false,
    sourcemap: true,
    reportCompressedSize: false,
    lib: { entry: Object.fromEntries(modules) as Record<string, string>, formats: ['es'] },
    rolldownOptions: {
      external,
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: fileName },
    },
  },
});
