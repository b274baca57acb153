import { html, nothing, type TemplateResult } from 'lit';
import type { Reason } from '../../../model/reason.js';
import { choiceGroup } from '../../shared/fields/choice-templates.js';
import { controlId } from '../contact-draft.js';
import type { FormView } from '../form-view.js';

/** Asks what it is for. */
export function reasonChoice(
  { words, content: { reasons, unreadable } }: FormView,
  reason: Reason | undefined,
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
