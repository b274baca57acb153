import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { ratio } from '../contrast-ratio.mjs';
import { filesIn } from '../files.mjs';

const SCHEMES = ['light', 'dark'];
const PAPERS = ['paper', 'paper-sunk', 'mine', 'brand-wash'];
const WASHES = ['calm-wash', 'heed-wash', 'alarm-wash'];

// What is read, on what it stands.
const TEXT = [
  ...[...PAPERS, ...WASHES].flatMap((on) => [['ink', on], ['ink-soft', on]]),
  ...PAPERS.flatMap((on) => ['brand', 'brand-strong', 'calm', 'heed', 'alarm'].map((tone) => [tone, on])),
  ...[['calm', 'calm-wash'], ['heed', 'heed-wash'], ['alarm', 'alarm-wash']],
  ...[['on-brand', 'brand'], ['on-brand', 'brand-strong'], ['on-alarm', 'alarm']],
];

// What has to be seen to know that a control is there, or where the focus is.
const SHAPES = [...PAPERS, ...WASHES].flatMap((on) => [['edge', on], ['brand', on]]);

// Hairlines part what spacing parts as well: nobody needs to see them.
const DECORATION = ['line'];

/** Every pair of colours that stand together, in both schemes, in our palette and in each theme: 4.5 for text, 3 for
 *  shapes. A colour in no pair fails too, and so does a role that no palette colour fills. */
export default async function contrast() {
  const { palette } = await tsImport('../../../src/theme/tokens.ts', import.meta.url);
  const skins = [['the palette', palette], ...filesIn('src/theme/themes', '.css').map((path) => skinOf(path, palette))];
  return [...unmeasured(palette), ...unfilled(palette), ...skins.flatMap(([name, colors]) => weakPairs(name, colors))];
}

function weakPairs(skin, colors) {
  return SCHEMES.flatMap((scheme) => {
    const measured = (least) => ([front, back]) => {
      const is = ratio(colors[front][scheme], colors[back][scheme]);
      return is < least ? [`${skin}, ${scheme}: ${front} on ${back} is ${is.toFixed(2)}, and not ${least}`] : [];
    };
    return [...TEXT.flatMap(measured(4.5)), ...SHAPES.flatMap(measured(3))];
  });
}

/** A theme sets some colours, and takes the rest from the palette. */
function skinOf(path, palette) {
  const set = [...readFileSync(path, 'utf8').matchAll(/--care-([\w-]+):\s*(?:light-dark\()?(#\w{6})(?:,\s*(#\w{6})\))?/g)];
  const own = set.map(([, name, light, dark = light]) => [name, { light, dark }]);
  return [basename(path), { ...palette, ...Object.fromEntries(own) }];
}

function unmeasured(palette) {
  const measured = new Set([...TEXT, ...SHAPES].flat().concat(DECORATION));
  const extra = Object.keys(palette).filter((name) => !measured.has(name));
  const gone = [...measured].filter((name) => !(name in palette));
  return [...extra.map((name) => `${name} stands in no pair`), ...gone.map((name) => `there is no ${name} to measure`)];
}

function unfilled(palette) {
  const roles = new Set(Object.values(palette).map(({ role }) => `--care-color-${role}`));
  const source = filesIn('src', '.ts').map((path) => readFileSync(path, 'utf8')).join('\n');
  const used = new Set([...source.matchAll(/var\((--care-color-[\w-]+)/g)].map(([, name]) => name));
  return [...used].filter((name) => !roles.has(name)).map((name) => `${name} is used, and no colour fills it`);
}
