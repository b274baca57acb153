import { html, nothing, type TemplateResult } from 'lit';
import type { CommonWords } from '../../i18n/en/common.js';
import type { ResultsWords } from '../../i18n/en/results.js';
import { nameOf } from '../shared/person-words.js';
import type { ResultsView } from './results-view.js';

export interface ResultsHeadOptions {
  readonly text: ResultsWords;
  readonly common: CommonWords;
}

/** Whose results these are, and where they come from. */
export function resultsHead(view: ResultsView | undefined, options: ResultsHeadOptions): TemplateResult {
  const { text } = options;
  const source = view && html`<p class="soft" part="source">${view.practice?.name.trim() ? text.source(view.practice.name) : text.sourceUnknown}</p>`;
  return html`<div class="stack close"><h2 part="title" tabindex="-1">${titleOf(view, options)}</h2>${source ?? nothing}</div>`;
}

function titleOf(view: ResultsView | undefined, { text, common }: ResultsHeadOptions): string {
  if (!view?.subject) return text.title;
  const person = view.subjects.find(({ id }) => id === view.subject);
  if (person?.relationship === 'self') return text.yours;
  const named = person ?? view.results.items[0]?.subject;
  return named ? text.of(nameOf(named, common.somebody)) : text.title;
}
