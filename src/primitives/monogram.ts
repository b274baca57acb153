import { html, type TemplateResult } from 'lit';

const TITLES = /^(dr|prof|mr|mrs|ms|mx|md|phd)\.?$/i;

/** The first letters of the first and last word of a name, whatever its script: `Dr. Grace Lee` is `GL`. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word) && !TITLES.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => /[\p{L}\p{N}]\p{M}{0,2}/u.exec(word ?? '')?.[0].toLocaleUpperCase() ?? '').join('');
}

/** A name's initials, for the eye: the name itself stands beside it. */
export function monogram(name: string): TemplateResult {
  return html`<span class="monogram" aria-hidden="true">${initials(name)}</span>`;
}
