import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const pages = ['index', 'staff'].map((name) => [name, here(`./${name}.html`)] as const);

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
    rolldownOptions: { input: Object.fromEntries(pages.filter(([, path]) => existsSync(path))) },
  },
});
