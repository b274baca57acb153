import { html, nothing, type TemplateResult } from 'lit';
import type { Reason } from '../../model/reason.js';
import { choiceGroup } from '../shared/fields/choice-templates.js';
import type { FormContent } from './form-content.js';
import type { FormView } from './form-view.js';
import { controlId } from './problems.js';

/** Asks what it is for. */
export function reasonChoice(
  { reasons, unreadable }: FormContent,
  reason: Reason | undefined,
  { words }: FormView,
  choose: (id: string) => void,
): TemplateResult {
  return html`<div class="stack close">
    ${choiceGroup({
      id: controlId('reason'),
      part: 'reason',
      legend: words.whatDoYouNeed,
      options: reasons.map(({ id, label, explanation }) => ({ value: id, label, explanation })),
      chosen: reason ? [reason.id] : [],
      choose: ([id = '']) => choose(id),
    })}
    ${unreadable > 0 ? html`<p class="soft small" part="notice">${words.unreadable}</p>` : nothing}
  </div>`;
}
