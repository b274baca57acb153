import { html, nothing, type TemplateResult } from 'lit';
import type { CommonWords } from '../../i18n/en/common.js';
import type { ResultsWords } from '../../i18n/en/results.js';
import type { PersonId } from '../../model/id.js';
import { nameOf } from '../shared/person-words.js';
import type { PanelName } from './more/panel.js';
import type { ResultsView } from './results-view.js';

export interface ResultsHeadOptions {
  readonly text: ResultsWords;
  readonly common: CommonWords;
  /** Whether the page has said whose results to show. */
  readonly isAsked: boolean;
  readonly onChoose: (subject: PersonId) => void;
}

/** Whose results these are, where they come from, and whose others there are. */
export function resultsHead(view: ResultsView | undefined, options: ResultsHeadOptions): TemplateResult {
  const { text } = options;
  return html`<div class="stack close">
      <h2 part="title" tabindex="-1">${titleOf(view, options)}</h2>
      ${view
        ? html`<p class="soft" part="source">${view.practice?.name.trim() ? text.source(view.practice.name) : text.sourceUnknown}</p>`
        : nothing}
    </div>
    ${view ? whose(view, options) : nothing}`;
}

function titleOf(view: ResultsView | undefined, { text, common }: ResultsHeadOptions): string {
  if (!view?.subject) return text.title;
  const person = view.subjects.find(({ id }) => id === view.subject);
  if (person?.relationship === 'self') return text.yours;
  const named = person ?? view.results.items[0]?.subject;
  return named ? text.of(nameOf(named, common.somebody)) : text.title;
}

function whose({ subjects, subject }: ResultsView, { text, isAsked, onChoose }: ResultsHeadOptions): TemplateResult | typeof nothing {
  if (isAsked || subjects.length < 2) return nothing;
  return html`<div class="field whose">
    <label for="whose">${text.whose}</label>
    <select id="whose" @input=${(event: Event) => onChoose((event.currentTarget as HTMLSelectElement).value as PersonId)}>
      ${subject ? nothing : html`<option value="" disabled selected>${text.choose}</option>`}
      ${subjects.map((person) => {
        const name = nameOf(person, '…');
        return html`<option value=${person.id} .selected=${person.id === subject}>
          ${person.relationship === 'self' ? text.me(name) : name}
        </option>`;
      })}
    </select>
  </div>`;
}

export interface PanelButtonsOptions {
  readonly text: ResultsWords;
  /** What is open. */
  readonly open: PanelName | undefined;
  readonly onOpen: (name: PanelName, opener: HTMLElement) => void;
}

/** What else can be done with the list as a whole. */
export function panelButtons(view: ResultsView | undefined, { text, open, onOpen }: PanelButtonsOptions): unknown {
  if (!view) return nothing;
  const opener = (name: PanelName, words: string): TemplateResult => html`<button
    class="button quiet"
    type="button"
    aria-expanded=${open === name}
    @click=${(event: Event) => onOpen(name, event.currentTarget as HTMLElement)}
  >
    ${words}
  </button>`;
  return html`<div class="row">
    ${view.isReleased ? opener('release', text.covering) : nothing} ${opener('keep', text.keeping)}
  </div>`;
}
