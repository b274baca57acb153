import { html, nothing, type TemplateResult } from 'lit';
import type { ResultComment } from '../../../model/result.js';
import { isolated, nameOf } from '../../shared/person-words.js';
import type { Telling } from '../telling.js';
import { dayWords } from './when-words.js';

/** How much of a text is shown at first, in UTF-16 units, and how many of its lines (row I06). */
const MOST = 20_000;
const LINES = 400;

/** A text, or the beginning of a very long one with a way to the rest. */
export function longText(text: string, isWhole: boolean, showAll: () => void, words: string): TemplateResult {
  const beginning = isWhole ? text : text.slice(0, MOST).split('\n', LINES).join('\n').replace(/[\uD800-\uDBFF]$/, '');
  return html`<p class="words">${beginning}</p>
    ${beginning.length === text.length
      ? nothing
      : html`<button class="button" type="button" @click=${showAll}>${words}</button>`}`;
}

/** What a clinician says of it, before anything else. */
export function commentView({ author, at }: ResultComment, words: TemplateResult, { lang, practice, common }: Telling): TemplateResult {
  const day = at && dayWords(at, { lang, zone: practice?.zone });
  const who = [nameOf(author, common.somebody), author?.title?.trim() && isolated(author.title.trim()), day && isolated(day)].filter(Boolean);
  return html`<blockquote class="comment" part="comment">
    ${words}
    <footer class="small soft">${who.join(', ')}</footer>
  </blockquote>`;
}
