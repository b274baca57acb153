import { html, type TemplateResult } from 'lit';
import type { Reason } from '../../model/reason.js';
import { fieldTemplates } from '../shared/fields/field-templates.js';
import { bodyTemplate } from './body-template.js';
import { fieldsOf } from './contact-draft.js';
import type { FormView } from './form-view.js';
import { replyChoice } from './reply-choice.js';

/** What a reason asks once it is known whom it is for and that it can wait: its fields, the free text, and how to answer. */
export function questions(reason: Reason, view: FormView, tooLong: TemplateResult): TemplateResult {
  return html`${fieldTemplates(fieldsOf(reason), view)} ${bodyTemplate(reason, view, tooLong)} ${replyChoice(reason, view)}`;
}
