import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { filesIn } from './files.mjs';

const ALLOWED = /^(dist\/.+\.(js|js\.map|d\.ts)|custom-elements\.json|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/;
const REQUIRED = ['README.md', 'LICENSE', 'custom-elements.json'];

/** What is wrong with an unpacked package: files that do not belong, and exports that lead nowhere or have no types. */
export function packProblems(root) {
  const files = filesIn(root, '').filter((path) => statSync(path).isFile());
  const shipped = files.map((path) => relative(root, path).split(sep).join('/'));
  return [
    ...shipped.filter((path) => !ALLOWED.test(path)).map((path) => `${path} does not belong in the package`),
    ...REQUIRED.filter((path) => !shipped.includes(path)).map((path) => `${path} is missing`),
    ...exportProblems(root, shipped),
    ...registrations(root, shipped),
  ];
}

function exportProblems(root, shipped) {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.entries(exports).flatMap(([name, target]) => {
    if (typeof target === 'string') return existsSync(join(root, target)) ? [] : [`${name} leads nowhere`];
    const modules = shipped.filter((path) => matcher(target.default).test(path));
    const untyped = modules.filter((path) => !shipped.includes(path.replace(/\.js$/, '.d.ts')));
    if (modules.length === 0) return [`${name} leads nowhere`];
    return untyped.map((path) => `${path} has no types`);
  });
}

const matcher = (pattern) =>
  new RegExp(`^${pattern.slice('./'.length).replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`);

// What only reads the registry is harmless; what writes to it belongs in define/.
function registrations(root, shipped) {
  return shipped
    .filter((path) => path.endsWith('.js') && !path.startsWith('dist/define/'))
    .filter((path) => /customElements\.define\(|\bcustomElement\(/.test(readFileSync(join(root, path), 'utf8')))
    .map((path) => `${path} registers a tag`);
}
