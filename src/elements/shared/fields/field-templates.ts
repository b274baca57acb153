import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatTimeWindow } from '../../../i18n/format.js';
import type { Field } from '../../../model/field.js';
import { isolated } from '../person-words.js';
import { besideField, choiceGroup, describedBy } from './choice-templates.js';
import { isSeveral } from './field-answers.js';
import { fieldId } from './field-problems.js';
import { type FieldsView, problemAt } from './fields-view.js';
import { drawMedicines } from './medicines-controller.js';
import { labelled, textArea } from './text-area.js';
import { ownWindow } from './time-window.js';

/** Declared questions, in their order. */
export function fieldTemplates(fields: readonly Field[], view: FieldsView): unknown {
  return fields.map((field, place) => fieldTemplate(field, fieldId(view.prefix ?? 'control', place), view));
}

function fieldTemplate(field: Field, id: string, view: FieldsView): unknown {
  const { answers, fieldWords: words, lang, changed } = view;
  const { kind, help, required } = field;
  const problem = problemAt(view, id);
  const values = answers.get(field);
  const answer = (given: readonly string[]) => {
    answers.set(field, given);
    changed();
  };
  const label = labelled(field.label, required, words.optional);
  if (kind === 'attachment') {
    return html`<div class="stack close" part="field" id=${id}>
      <p class="label">${field.label}</p>
      ${besideField(id, { help })}
      <p class="soft">${words.noFiles}</p>
    </div>`;
  }
  const asked = { id, label, required, help, problem };
  if (kind === 'time-windows' && field.choices.length === 0) return ownWindow({ ...asked, value: values[0] ?? '', answer }, words);
  if (isSeveral(field) || kind === 'choice' || kind === 'yes-no') {
    const options = {
      'yes-no': () => [
        { value: 'yes', label: words.yes },
        { value: 'no', label: words.no },
      ],
      'time-windows': () =>
        field.choices.map((choice) =>
          choice.label.trim() && choice.label !== choice.value ? choice : { ...choice, label: isolated(formatTimeWindow(choice.value, { lang })) },
        ),
      choice: () => field.choices,
      choices: () => field.choices,
    }[kind as 'choice']();
    return choiceGroup({ ...asked, legend: label, options, chosen: values, choose: answer, several: isSeveral(field) });
  }
  const kept = answers.kept(field);
  const inWords = () => html`<div class="field" part="field">
    <label for=${id}>${label}</label>
    ${besideField(id, { help, problem })}
    ${kind === 'long-text'
      ? textArea({ ...asked, spellcheck: view.spellcheck, value: values[0] ?? '', write: (text) => answer([text]) })
      : html`<input
          id=${id}
          type=${kind === 'phone' ? 'tel' : kind === 'date' ? kind : 'text'}
          .value=${live(kept)}
          autocomplete=${kind === 'phone' ? 'tel' : 'off'}
          spellcheck=${view.spellcheck}
          writingsuggestions="false"
          aria-required=${required ? 'true' : nothing}
          aria-invalid=${problem ? 'true' : nothing}
          aria-describedby=${describedBy(id, { help, problem })}
          @input=${({ target }: Event) => answer([(target as HTMLInputElement).value])}
        />`}
  </div>`;
  if (kind !== 'medication' || !drawMedicines || !view.medicines?.length) return inWords();
  return drawMedicines({ ...asked, value: kept, answer }, view.medicines, view, inWords);
}
