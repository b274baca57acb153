import { ENDINGS, type FileKind } from './file-kind.js';

/** Controls, and characters that turn or hide what stands around them. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** In letters as people count them, without the ending. */
const LONGEST = 60;
const letters = new Intl.Segmenter();

/** A file's name as it is shown and sent: one line, no folder, nothing hidden, and the one ending its content has. */
export function shownName(name: string, kind: FileKind): string {
  const line = name
    .replace(HIDDEN, '')
    .replace(/[\\/:*?"<>|]|\.{2,}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // Two endings of which the reader sees one are how programs are passed off as papers.
  const base = line.replace(/(\.[A-Za-z0-9]{1,5})+$/, '').replace(/^[. ]+/, '');
  return `${[...letters.segment(base)].slice(0, LONGEST).map(({ segment }) => segment).join('').trim() || 'file'}.${ENDINGS[kind]}`;
}
