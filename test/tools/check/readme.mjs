import { existsSync, readFileSync } from 'node:fs';
import { nameOf } from '../measure.mjs';

/** What the README says is so: sizes, commands, imports, tags and their attributes. */
export default async function readme() {
  const text = readFileSync('README.md', 'utf8');
  const { scripts, exports } = read('package.json');
  return [...sizes(text), ...commands(text, scripts), ...imports(text, exports), ...tags(text)];
}

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const wrong = (condition, problem) => (condition ? [] : [problem]);

function sizes(text) {
  const rows = Object.entries(read('test/sizes.json')).flatMap(([name, { on, kB, later }]) => [
    `| ${nameOf(name, { on })} | ${kB} |`,
    ...(later ? [`| ${nameOf(name, { isLater: true })} | ${later} |`] : []),
  ]);
  const table = ['| | kB |', '|---|---|', ...rows].join('\n');
  const isThere = text.includes(`<!-- sizes -->\n${table}\n<!-- /sizes -->`);
  return wrong(isThere, `the table of sizes is not test/sizes.json:\n${table}`);
}

function commands(text, scripts) {
  const named = [...text.matchAll(/npm (?:run )?([a-z][\w:]*)/g)].map(([, name]) => name);
  return named.filter((name) => name !== 'ci').flatMap((name) => wrong(scripts[name], `there is no npm run ${name}`));
}

function imports(text, exports) {
  const named = [...text.matchAll(/carethread\/([\w-]+\b)(?!\/\*)(?:\/([\w-]+))?/g)];
  return named.flatMap(([name, folder, file]) => {
    const target = exports[file ? `./${folder}/*` : `./${folder}`];
    const source = target?.default.replaceAll('*', file).replace('./dist/', 'src/').replace(/\.js$/, '.ts');
    return wrong(source && existsSync(source), `${name} cannot be imported`);
  });
}

function tags(text) {
  const elements = new Map(
    read('custom-elements.json').modules.flatMap(({ declarations }) =>
      declarations.filter(({ tagName }) => tagName).map((element) => [element.tagName, element]),
    ),
  );
  return [...text.matchAll(/<(care-[\w-]+)([^>]*)>/g)].flatMap(([, tag, rest]) => {
    const known = new Set((elements.get(tag)?.attributes ?? []).map(({ name }) => name));
    const used = [...rest.matchAll(/\s([\w-]+)=/g)].map(([, name]) => name);
    return [
      ...wrong(elements.has(tag), `there is no <${tag}>`),
      ...used.flatMap((name) => wrong(known.has(name), `<${tag}> has no attribute ${name}`)),
    ];
  });
}
