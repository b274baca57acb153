import { html, nothing, type TemplateResult } from 'lit';
import type { CommonWords } from '../../i18n/en/common.js';
import type { AppointmentsWords } from '../../i18n/en/appointments.js';
import type { PersonId } from '../../model/id.js';
import { nameOf } from '../shared/person-words.js';
import type { AppointmentsView } from './appointments-view.js';

/** Whose visits these are. */
export function titleOf(view: AppointmentsView | undefined, text: AppointmentsWords, common: CommonWords): string {
  if (!view?.subject) return text.title;
  const person = view.subjects.find(({ id }) => id === view.subject);
  if (person?.relationship === 'self') return text.yours;
  const named = person ?? view.coming.items[0]?.subject;
  return named ? text.of(nameOf(named, common.somebody)) : text.title;
}

/** Whose visits to show, for who may see those of several. */
export function whoseChoice(
  { subjects, subject }: AppointmentsView,
  text: AppointmentsWords,
  onChoose: (subject: PersonId) => void,
): TemplateResult | typeof nothing {
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
