import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { filesIn } from '../files.mjs';

/** What an element's class comment lacks, or promises without the source showing it, as far as reading text can tell. */
export function elementProblems(element, eventClasses) {
  const source = sourceOf(element.path);
  const problems = [
    ...undocumented(element),
    ...differences('@csspart', names(element.cssParts), partsIn(source), source),
    ...differences('@slot', names(element.slots), slotsIn(source), source),
    ...differences('@cssprop', names(element.cssProperties), ownPropertiesIn(source, element.tagName), source),
    ...events(element, source, eventClasses),
  ];
  return problems.map((problem) => `<${element.tagName}>: ${problem}`);
}

function undocumented({ description, members = [], slots = [], cssParts = [], cssProperties = [], events = [] }) {
  const all = [...members, ...slots, ...cssParts, ...cssProperties, ...events];
  const bare = all.filter((entry) => !entry.description).map(({ name }) => name || 'the default slot');
  return [...(description ? [] : ['the class']), ...bare].map((name) => `${name} has no description`);
}

function differences(tag, documented, found, source) {
  const missing = [...found].filter((name) => !documented.has(name)).map((name) => `"${name}" has no ${tag}`);
  // A name that is put together at run time is not found as a part, but its word stands somewhere.
  const stands = (name) => new RegExp(`['"\`\\s]${name}['"\`\\s:)]`).test(source);
  const unseen = [...documented].filter((name) => !found.has(name) && !stands(name));
  return [...missing, ...unseen.map((name) => `${tag} ${name || '(default)'} is nowhere in the source`)];
}

function events({ events: documented = [] }, source, eventClasses) {
  return documented.flatMap(({ name, type }) => [
    ...(eventClasses.has(type?.text) ? [] : [`@fires ${name} names no event class of ours`]),
    ...(source.includes(`'${name}'`) ? [] : [`@fires ${name} is nowhere in the source`]),
  ]);
}

const names = (entries = []) => new Set(entries.map(({ name }) => name));

const partsIn = (source) =>
  new Set([...source.matchAll(/\spart="([^"$]+)"/g)].flatMap(([, value]) => value.split(/\s+/)).filter(Boolean));

function slotsIn(source) {
  const slots = [...source.matchAll(/<slot\b([^>]*)>/g)];
  return new Set(slots.map(([, attributes]) => attributes.match(/\sname="([\w-]+)"/)?.[1] ?? ''));
}

function ownPropertiesIn(source, tag) {
  const properties = [...source.matchAll(/var\((--care-[\w-]+)/g)].map(([, name]) => name);
  return new Set(properties.filter((name) => name.startsWith(`--${tag}-`)));
}

// What an element draws with is in its shadow root too, and what its controllers fire, it fires.
const PARTS_OF_IT = /^src\/(primitives|controllers|elements\/shared)\//;

/** An element's own folder, and what of ours it is made of. */
function sourceOf(published) {
  const folder = dirname(published.replace(/^dist\//, 'src/'));
  const seen = new Map();
  const visit = (path) => {
    if (seen.has(path)) return;
    const text = readFileSync(path, 'utf8');
    seen.set(path, text);
    for (const [, specifier] of text.matchAll(/from '(\.[^']+)\.js'/g)) {
      const target = normalize(join(dirname(path), `${specifier}.ts`));
      if (PARTS_OF_IT.test(target)) visit(target);
    }
  };
  for (const path of filesIn(folder, '.ts')) visit(path);
  // Comments do not count: what they name is what is being checked.
  return [...seen.values()].join('\n').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}
