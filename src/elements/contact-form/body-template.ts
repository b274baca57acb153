import { html, nothing, type TemplateResult } from 'lit';
import type { ContactFormWords } from '../../i18n/en/contact-form.js';
import type { Reason } from '../../model/reason.js';
import { textLength } from '../../model/text-length.js';
import { lengthBudget } from '../../primitives/length-budget.js';
import { besideField } from '../shared/fields/choice-templates.js';
import { problemAt } from '../shared/fields/fields-view.js';
import { labelled, textArea } from '../shared/fields/text-area.js';
import { controlId } from './contact-draft.js';
import type { FormView } from './form-view.js';

/** What the free text is asked with. */
export const promptOf = ({ prompt }: Reason, words: ContactFormWords): string => prompt || words.prompt;

/** The free text, and how long it may be. `tooLong` is said where it is longer. */
export function bodyTemplate(reason: Reason, view: FormView, tooLong: () => TemplateResult): TemplateResult {
  const { draft, words, fieldWords, changed } = view;
  const id = controlId('body');
  const value = draft.get('body');
  const over = textLength(value) - reason.budget;
  const problem = over > 0 ? undefined : problemAt(view, id);
  const write = (text: string) => {
    draft.set('body', text);
    changed();
  };
  return html`<div class="field" part="field">
    <label for=${id}>${labelled(promptOf(reason, words), reason.promptRequired, fieldWords.optional)}</label>
    ${besideField(id, { problem })}
    ${textArea({ spellcheck: view.spellcheck, id, value, required: reason.promptRequired, problem, over: over > 0, more: [`${id}-budget`], write })}
    ${lengthBudget({
      id: `${id}-budget`,
      length: reason.budget + over,
      budget: reason.budget,
      count: over > 0 ? fieldWords.over(over, reason.budget) : fieldWords.left(-over),
      note: over > 0 ? fieldWords.nothingCut : '',
    })}
    ${over > 0 ? tooLong() : nothing}
  </div>`;
}
