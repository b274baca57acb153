import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const pages = readdirSync(here('.')).filter((name) => name.endsWith('.html'));

/** The practice's website, built as a customer would: `carethread/…` is found through the package's exports. */
export default defineConfig({
  logLevel: 'warn',
  root: here('.'),
  base: './',
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    rolldownOptions: { input: pages.map((name) => here(`./${name}`)) },
  },
});
