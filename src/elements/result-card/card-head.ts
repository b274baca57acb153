import { html, nothing, type TemplateResult } from 'lit';
import { nameOf } from '../shared/person-words.js';
import type { Telling } from './telling.js';
import { dayWords, whenWords } from './when-words.js';

/** What it is, when it was taken, how final it is, and whom it is about where that is somebody else. */
export function cardHead(telling: Telling): TemplateResult {
  const { result, me, text } = telling;
  return html`<div class="head">
    <h3 part="title" tabindex="-1"><bdi>${result.name.trim() || text.untitled}</bdi></h3>
    <p class="soft small">${whenTaken(telling)} ${result.cover ? nothing : status(telling)}</p>
    ${result.subject.id === me.id ? nothing : html`<p class="soft small">${text.about(nameOf(result.subject, ''))}</p>`}
  </div>`;
}

function whenTaken({ result, text, lang, practice }: Telling): string {
  const options = { lang, zone: practice?.zone };
  if (result.takenAt && !result.cover) return text.taken(whenWords(result.takenAt, options));
  return result.arrivedAt ? text.arrived(dayWords(result.arrivedAt, options)) : text.noDate;
}

function status({ result, text, lang, practice }: Telling): string {
  const { status: is, changedAt } = result;
  return text.statuses[is](changedAt ? dayWords(changedAt, { lang, zone: practice?.zone }) : '');
}
