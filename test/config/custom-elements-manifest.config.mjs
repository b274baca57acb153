/** Only what is public reaches the manifest, under the paths that people import from. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest: manifest }) {
    const modules = manifest.modules.map(publicPart).filter(({ declarations }) => declarations.length > 0);
    // Files are found in no fixed order.
    modules.sort((one, other) => (one.path < other.path ? -1 : 1));
    const elements = modules.flatMap(({ declarations, path }) =>
      declarations.filter(({ tagName }) => tagName).map(({ name, tagName }) => ({ name, tagName, path })),
    );
    manifest.modules = [...modules, ...elements.map(definition)];
  },
};

function publicPart({ kind, path: source, declarations = [] }) {
  const path = source.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
  const kept = declarations.filter(isPublished).map(tidy);
  const exports = kept.map(({ name }) => ({ kind: 'js', name, declaration: { name, module: path } }));
  return { kind, path, declarations: kept, exports };
}

const isPublished = ({ tagName, superclass }) => Boolean(tagName) || /Event$/.test(superclass?.name ?? '');

function tidy(declaration) {
  const { events, members, attributes } = declaration;
  return {
    ...declaration,
    // `dispatchEvent(new ThreadSelectEvent(id))` is read as an event called `id`. Such guesses have no description.
    ...(events && { events: events.filter(({ description }) => description) }),
    ...(members && { members: members.filter(isPublic).map(plainType) }),
    ...(attributes && { attributes: attributes.map(plainType) }),
  };
}

const isPublic = ({ name, privacy = 'public', static: isStatic }) =>
  !isStatic && privacy === 'public' && !/^[#_]/.test(name) && !LIFECYCLE.has(name);

// Called by Lit and the browser, never by a page.
const LIFECYCLE = new Set([
  ...['render', 'createRenderRoot', 'update', 'updated', 'firstUpdated', 'willUpdate', 'shouldUpdate'],
  ...['connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'getUpdateComplete'],
]);

// `name?: string | undefined` is read as `string | undefined | undefined`.
const plainType = (entry) =>
  entry.type ? { ...entry, type: { text: entry.type.text.replace(/(\| undefined) \| undefined$/, '$1') } } : entry;

/** Tags are registered by `define/`, and nowhere else. */
function definition({ name, tagName, path }) {
  const declaration = { name, module: path };
  return {
    kind: 'javascript-module',
    path: `dist/define/${tagName.replace('care-', '')}.js`,
    declarations: [],
    exports: [{ kind: 'custom-element-definition', name: tagName, declaration }],
  };
}

export default {
  globs: ['src/elements/**/*.ts', 'src/controllers/*-event{,s}.ts'],
  litelement: true,
  packagejson: false,
  plugins: [publicOnly],
};
