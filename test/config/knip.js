import { basename, dirname } from 'node:path';
import { filesIn } from '../tools/files.mjs';

// What `exports` in package.json lets people import. A helper that lies beside its element is not among it.
const elements = filesIn('src/elements', '.ts').filter((path) => basename(path, '.ts') === basename(dirname(path)));
const adapters = filesIn('src/adapters', '-adapter.ts');

/** Dead code: files, exports and packages that nobody uses. */
export default {
  entry: [
    'src/index.ts',
    'src/{adapter,client,model,conformance}/index.ts',
    'src/define/*.ts',
    ...elements,
    ...adapters,
    'src/adapters/fhir/smart.ts',
    'demo/*.{html,ts}',
    'vite.config.ts',
    'test/**/*.{test,node}.ts',
    'test/support/{postgres,reference-server}.ts',
    'test/tools/**/*.mjs',
    'test/bench/{run.mjs,server.ts,page/*}',
    'test/hostile/page/*',
    'test/config/*.{js,mjs}',
    'test/layers.cjs',
    'stories/**/*.stories.ts',
  ],
  project: ['{src,demo,test,stories}/**/*.{ts,js,mjs,cjs}', '*.ts'],
  storybook: { config: ['stories/.storybook/main.ts'], entry: ['stories/.storybook/preview.ts'] },
  vite: false, // to the build every module is an entry, and then nothing is ever dead
  ignoreDependencies: [
    'playwright-core', // used where somebody has it
    '@oxc-project/runtime', // imported by what Vite makes of decorators
    ...['@arethetypeswrong/cli', 'publint', 'dependency-cruiser'], // run by the names of their programs
  ],
  ignoreBinaries: ['ldd', 'tar'],
  ignoreExportsUsedInFile: true,
};
