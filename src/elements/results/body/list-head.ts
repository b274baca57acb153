import { html, nothing, type TemplateResult } from 'lit';
import type { ResultsBodyWords } from '../../../i18n/en/results-body.js';
import type { PersonId } from '../../../model/id.js';
import { nameOf } from '../../shared/person-words.js';
import type { PanelName } from '../more/panel.js';
import type { ResultsView } from '../results-view.js';

/** Whose results to show, for who may see those of several. */
export function whoseChoice({ subjects, subject }: ResultsView, text: ResultsBodyWords, onChoose: (subject: PersonId) => void): TemplateResult | typeof nothing {
  if (subjects.length < 2) return nothing;
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
  readonly text: ResultsBodyWords;
  /** What is open. */
  readonly open: PanelName | undefined;
  readonly onOpen: (name: PanelName, opener: HTMLElement) => void;
}

/** What else can be done with the list as a whole. */
export function panelButtons(view: ResultsView | undefined, { text, open, onOpen }: PanelButtonsOptions): unknown {
  if (!view) return nothing;
  const opener = (name: PanelName, words: string): TemplateResult => {
    const click = (event: Event): void => onOpen(name, event.currentTarget as HTMLElement);
    return html`<button class="button quiet" type="button" aria-expanded=${open === name} @click=${click}>${words}</button>`;
  };
  return html`<div class="row">${view.isReleased ? opener('release', text.covering) : nothing}${opener('keep', text.keeping)}</div>`;
}
