import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Reason } from '../../model/reason.js';
import { fieldsOf } from './contact-draft.js';
import { bodyTemplate, fieldTemplate } from './field-templates.js';
import type { FormContent } from './form-content.js';
import type { FormView } from './form-view.js';
import { subjectChoice } from './subject-choice.js';

/** What a reason asks: whom it is for, its fields, and the free text. */
export function questions(reason: Reason, { subjects }: FormContent, view: FormView): TemplateResult {
  return html`<div class="stack rest">
    <h3>${reason.label}</h3>
    ${subjectChoice(subjects, view)}
    ${repeat(
      fieldsOf(reason),
      ({ id, kind }) => `${kind} ${id}`,
      (field, place) => fieldTemplate(field, place, view),
    )}
    ${bodyTemplate(reason, view)}
  </div>`;
}
