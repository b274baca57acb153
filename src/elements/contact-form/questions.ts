import { html, type TemplateResult } from 'lit';
import type { Reason } from '../../model/reason.js';
import { fieldTemplates } from '../shared/fields/field-templates.js';
import { bodyTemplate } from './body-template.js';
import { fieldsOf } from './contact-draft.js';
import type { FormContent } from './form-content.js';
import type { FormView } from './form-view.js';
import { subjectChoice } from './subject-choice.js';

/** What a reason asks: whom it is for, its fields, and the free text. */
export function questions(reason: Reason, { subjects }: FormContent, view: FormView): TemplateResult {
  return html`<div class="stack rest">
    <h3>${reason.label}</h3>
    ${subjectChoice(subjects, view)} ${fieldTemplates(fieldsOf(reason), view)} ${bodyTemplate(reason, view)}
  </div>`;
}
