import { html, type TemplateResult } from 'lit';
import { icon } from './icon.js';
import { personIcon } from './icons.js';

const TITLES = /^(dr|prof|mr|mrs|ms|mx|md|phd)\.?$/i;

/** The first letters of the first and last word of a name, whatever its script: `Dr. Grace Lee` is `GL`. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const named = words.filter((word) => !TITLES.test(word));
  const [first, ...others] = named.length > 0 ? named : words;
  return [first, others.at(-1)].map(firstLetter).join('');
}

/** With at most two of its accents: more are there to smear over the lines around. */
function firstLetter(word = ''): string {
  return /[\p{L}\p{N}]\p{M}{0,2}/u.exec(word.normalize())?.[0].toLocaleUpperCase() ?? '';
}

/** A name's initials, for the eye: the name itself stands beside it. A person's outline where it has no letters. */
export function monogram(name: string): TemplateResult {
  return html`<span class="monogram" aria-hidden="true">${initials(name) || icon(personIcon)}</span>`;
}
