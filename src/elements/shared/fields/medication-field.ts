import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { besideField, choiceGroup, describedBy } from './choice-templates.js';
import type { FieldsView } from './fields-view.js';
import type { Asked } from './time-window.js';

/** A medicine that is not on the list, and has no name yet. Blank, so that it is no answer. */
const NAMELESS = ' ';

/**
 * What the subject takes, to choose from, and a place for what is not on their list; that place alone where there is no
 * list. One that comes late moves nobody out of the place they write in.
 */
export function medicationField(asked: Asked, { medicines = [], fieldWords: words, spellcheck }: FieldsView): TemplateResult {
  const { id, label, required, help, problem, value, answer } = asked;
  const hasList = medicines.length > 0;
  const isOther = value !== '' && !medicines.includes(value);
  const beside = hasList ? {} : { help, problem };
  const at = hasList ? `${id}-other` : id;
  return html`<div class="stack close">
    ${hasList
      ? choiceGroup({
          ...asked,
          legend: label,
          options: [...medicines.map((name) => ({ value: name, label: name })), { value: NAMELESS, label: words.anotherMedicine }],
          chosen: [isOther ? NAMELESS : value],
          choose: answer,
        })
      : nothing}
    ${isOther || !hasList
      ? html`<div class="field" part="field">
          <label for=${at}>${hasList ? words.whichMedicine : label}</label>
          ${besideField(at, beside)}
          <input
            id=${at}
            .value=${live(value.trim() && value)}
            autocomplete="off"
            spellcheck=${spellcheck}
            writingsuggestions="false"
            aria-required=${required ? 'true' : nothing}
            aria-invalid=${problem ? 'true' : nothing}
            aria-describedby=${describedBy(at, beside)}
            @focus=${() => value || answer([NAMELESS])}
            @input=${({ target }: Event) => answer([(target as HTMLInputElement).value || NAMELESS])}
          />
        </div>`
      : nothing}
  </div>`;
}
