import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { transformWithOxc } from 'vite';

/** Serves TypeScript to the test browser through the transform that `vite build` uses: what is tested is what ships. */
export function oxcPlugin() {
  let root;
  const fileOf = (context) => join(root, decodeURIComponent(context.path.split('?')[0]));
  const isOurs = (context) => context.path.endsWith('.ts') && !context.path.includes('/node_modules/');
  return {
    name: 'oxc',
    serverStart({ config }) {
      root = config.rootDir;
    },
    resolveMimeType: (context) => (context.path.endsWith('.ts') ? 'js' : undefined),
    // In TypeScript `./x.js` means x.ts.
    resolveImport({ source, context }) {
      if (!isOurs(context) || !/^\.{1,2}\/.*\.js$/.test(source)) return undefined;
      const typescript = source.replace(/\.js$/, '.ts');
      return existsSync(resolve(dirname(fileOf(context)), typescript)) ? typescript : undefined;
    },
    transformCacheKey: () => 'oxc',
    async transform(context) {
      if (!isOurs(context)) return undefined;
      const options = { target: 'es2022', sourcemap: true, lang: 'ts' };
      const { code, map } = await transformWithOxc(context.body, fileOf(context), options);
      const inline = Buffer.from(JSON.stringify(map)).toString('base64');
      return { body: `${code}\n//# sourceMappingURL=data:application/json;base64,${inline}\n` };
    },
  };
}
