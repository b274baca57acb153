import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { choiceGroup } from './choice-templates.js';
import type { FieldsView } from './fields-view.js';
import type { Asked } from './time-window.js';
import { unlessHeld } from './unless-held.js';

export { listMedications } from '../../../client/contact.js';

/** Before the name of a medicine that is not on the list. Alone it is blank, and so no answer. */
const OTHER = ' ';

/** What the subject takes, to choose from. What was written before that came stays where it was written: `inWords`. */
export function medicationField(asked: Asked, medicines: readonly string[], view: FieldsView, inWords: () => TemplateResult): unknown {
  const { id, value } = asked;
  const isInWords = value.trim() !== '' && !value.startsWith(OTHER) && !medicines.includes(value);
  return isInWords ? inWords() : unlessHeld(id, () => list(asked, medicines, view), inWords);
}

/** The list, and a place for what is not on it. */
function list(asked: Asked, medicines: readonly string[], { fieldWords: words, spellcheck }: FieldsView): TemplateResult {
  const { id, label, value, problem, answer } = asked;
  const isOther = value.startsWith(OTHER);
  return html`<div class="stack close">
    ${choiceGroup({
      ...asked,
      legend: label,
      options: [...medicines.map((name) => ({ value: name, label: name })), { value: OTHER, label: words.anotherMedicine }],
      chosen: [isOther ? OTHER : value],
      choose: answer,
    })}
    ${isOther
      ? html`<div class="field" part="field">
          <label for="${id}-other">${words.whichMedicine}</label>
          <input
            id="${id}-other"
            .value=${live(value.slice(OTHER.length))}
            autocomplete="off"
            spellcheck=${spellcheck}
            writingsuggestions="false"
            aria-invalid=${problem ? 'true' : nothing}
            @input=${({ target }: Event) => answer([OTHER + (target as HTMLInputElement).value])}
          />
        </div>`
      : nothing}
  </div>`;
}
