import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Field } from '../../model/field.js';
import type { Reason } from '../../model/reason.js';
import { textLength } from '../../model/text-length.js';
import { lengthBudget } from '../../primitives/length-budget.js';
import { besideField, choiceGroup, describedBy, type Option } from './choice-templates.js';
import { type FormView, problemAt } from './form-view.js';
import { controlId, promptOf } from './problems.js';

/** One question of a reason. */
export function fieldTemplate(field: Field, place: number, view: FormView): TemplateResult {
  const { draft, words, changed } = view;
  const { kind, help } = field;
  const id = controlId(place);
  const problem = problemAt(view, id);
  const values = draft.answers(field);
  const answer = (answers: readonly string[]) => {
    draft.answer(field, answers);
    changed();
  };
  const label = labelled(field.label, field.required, words.optional);
  if (kind === 'choice' || kind === 'choices' || kind === 'yes-no') {
    const options: readonly Option[] =
      kind === 'yes-no'
        ? [
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]
        : field.choices;
    const { required } = field;
    const several = kind === 'choices';
    return choiceGroup({ id, legend: label, options, chosen: values, choose: answer, several, required, help, problem });
  }
  return html`<div class="field" part="field">
    <label for=${id}>${label}</label>
    ${besideField(id, { help, problem })}
    ${kind === 'long-text'
      ? textArea({ ...view, id, value: values[0] ?? '', required: field.required, problem, help, write: (text) => answer([text]) })
      : html`<input
          id=${id}
          type=${kind === 'phone' ? 'tel' : kind}
          .value=${live(values[0] ?? '')}
          autocomplete=${kind === 'phone' ? 'tel' : 'off'}
          spellcheck=${view.spellcheck}
          writingsuggestions="false"
          aria-required=${field.required ? 'true' : nothing}
          aria-invalid=${problem ? 'true' : nothing}
          aria-describedby=${describedBy(id, { help, problem })}
          @input=${({ target }: Event) => answer([(target as HTMLInputElement).value])}
        />`}
  </div>`;
}

/** The free text, and how long it may be. */
export function bodyTemplate(reason: Reason, view: FormView): TemplateResult {
  const { draft, words, changed } = view;
  const id = controlId('body');
  const value = draft.get('body');
  const over = textLength(value) - reason.budget;
  const problem = over > 0 ? undefined : problemAt(view, id);
  const write = (text: string) => {
    draft.set('body', text);
    changed();
  };
  return html`<div class="field" part="field">
    <label for=${id}>${labelled(promptOf(reason, words), reason.promptRequired, words.optional)}</label>
    ${besideField(id, { problem })}
    ${textArea({ ...view, id, value, required: reason.promptRequired, problem, over: over > 0, more: [`${id}-budget`], write })}
    ${lengthBudget({
      id: `${id}-budget`,
      length: reason.budget + over,
      budget: reason.budget,
      count: over > 0 ? words.over(over, reason.budget) : words.left(-over),
      note: over > 0 ? words.nothingCut : '',
    })}
  </div>`;
}

interface TextArea extends Pick<FormView, 'spellcheck'> {
  readonly id: string;
  readonly value: string;
  readonly required: boolean;
  readonly problem: string | undefined;
  readonly help?: string | undefined;
  readonly over?: boolean;
  readonly more?: readonly string[];
  readonly write: (text: string) => void;
}

/** Never a `maxlength`: it would cut what somebody pastes, without a word. */
function textArea({ id, value, required, problem, help, over = false, more = [], spellcheck, write }: TextArea): TemplateResult {
  return html`<textarea
    id=${id}
    .value=${live(value)}
    autocomplete="off"
    spellcheck=${spellcheck}
    writingsuggestions="false"
    aria-required=${required ? 'true' : nothing}
    aria-invalid=${problem || over ? 'true' : nothing}
    aria-describedby=${describedBy(id, { help, problem }, ...more)}
    @input=${({ target }: Event) => write((target as HTMLTextAreaElement).value)}
  ></textarea>`;
}

function labelled(label: string, required: boolean, optional: string): TemplateResult {
  return html`${label}${required ? nothing : html` <span class="soft small">${optional}</span>`}`;
}
