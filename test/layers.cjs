// Each layer and the layers it may import. A line names only lines above it, so reading down is reading the order.
const LAYERS = {
  model: [],
  i18n: [],
  theme: [],
  a11y: [],
  storage: [],
  adapter: ['model'],
  client: ['adapter', 'storage', 'model'],
  conformance: ['client', 'adapter', 'model'],
  adapters: ['adapter', 'model'],
  controllers: ['client', 'adapter', 'a11y', 'i18n', 'model'],
  primitives: ['a11y', 'i18n', 'theme'],
  elements: ['primitives', 'controllers', 'client', 'adapter', 'a11y', 'theme', 'i18n', 'model'],
  define: ['elements', 'primitives', 'controllers', 'adapters', 'i18n', 'adapter'],
};

// The packages a layer may import. Whoever is not named gets none.
const PACKAGES = {
  model: ['zod'],
  storage: ['idb'],
  client: ['zod'],
  adapters: ['zod', 'oauth4webapi'],
  theme: ['lit'],
  controllers: ['lit', '@lit/context'],
  primitives: ['lit'],
  elements: ['lit', '@lit/context'],
};

const either = (names) => names.join('|');
const ANY_PACKAGE = ['npm', 'npm-dev', 'npm-peer', 'npm-optional', 'npm-no-pkg', 'npm-unknown', 'core'];

const downwards = Object.entries(LAYERS).map(([layer, below]) => ({
  name: `${layer}-imports-down`,
  comment: `src/${layer} may import ${below.join(', ') || 'no other layer'}.`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: '^src/', pathNot: `^src/(${either([layer, ...below])})/` },
}));

const packages = Object.keys(LAYERS).map((layer) => ({
  name: `${layer}-packages`,
  comment: `src/${layer} may use ${PACKAGES[layer]?.join(', ') ?? 'no package'}.`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { dependencyTypes: ANY_PACKAGE, pathNot: `node_modules/(${either(PACKAGES[layer] ?? ['-'])})/` },
}));

module.exports = {
  forbidden: [
    ...downwards,
    ...packages,
    {
      name: 'every-folder-is-a-layer',
      comment: 'A new folder in src needs a line in LAYERS.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/(${either(Object.keys(LAYERS))})/` },
      to: {},
    },
    {
      name: 'siblings-are-strangers',
      comment: 'One element or adapter does not reach into another. Share through a lower layer.',
      severity: 'error',
      from: { path: '^src/(elements|adapters)/([^/]+)/' },
      to: { path: '^src/$1/', pathNot: '^src/$1/($2|shared)/' },
    },
    {
      name: 'only-define-has-effects',
      comment: 'Importing a class must not register a tag.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/define/' },
      to: { path: '^src/define/' },
    },
    {
      name: 'shipped-code-stands-alone',
      comment: 'Nothing in src is there for tests, stories or the demo.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|stories|demo)/' },
    },
    {
      name: 'demo-is-a-customer',
      comment: 'The demo imports the package by its name, as a customer would.',
      severity: 'error',
      from: { path: '^demo/' },
      to: { path: '^(src|test|stories)/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      comment: 'A module nobody imports and that imports nobody.',
      severity: 'error',
      from: { orphan: true, path: '^src/' },
      to: {},
    },
    {
      name: 'everything-is-found',
      comment: 'An import that leads nowhere cannot be judged.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // Without tsconfig.json: its `paths` would make `carethread/…` our source, and the demo is a customer.
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '^dist/'] },
    exclude: { path: ['^demo/dist/', '^node_modules/\\.cache/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
      extensions: ['.ts', '.js', '.mjs'],
    },
  },
};
