import { html, nothing, type TemplateResult } from 'lit';
import type { FieldsWords } from '../../../i18n/en/fields.js';
import { formatTimeWindow } from '../../../i18n/format.js';
import type { Field } from '../../../model/field.js';
import type { MessageDraft } from '../../../model/message-draft.js';
import { listOf, short, type Telling } from '../telling.js';

/** An answer that is on its way, as its writer gave it. */
export function answersInWords(detail: MessageDraft['detail'], telling: Telling, words: FieldsWords): TemplateResult {
  const { items } = telling.view.entries;
  const asked = items.find((entry) => entry.type === 'message' && entry.id === detail?.message);
  const fields = asked?.type === 'message' ? asked.cards.flatMap((card) => card.fields) : [];
  return html`<dl class="facts">
    ${detail?.answers.map(({ field: id, value }) => {
      const field = fields.find((candidate) => candidate.id === id);
      if (!field) return nothing;
      const said = [value].flat().map((one) => inWords(field, one, telling, words));
      return html`<div><dt><bdi>${short(field.label)}</bdi></dt><dd><bdi>${listOf(said, telling)}</bdi></dd></div>`;
    })}
  </dl>`;
}

function inWords({ kind, choices }: Field, value: string, { lang }: Telling, words: FieldsWords): string {
  if (kind === 'yes-no') return value === 'yes' ? words.yes : words.no;
  if (kind === 'time-windows') return formatTimeWindow(value, { lang });
  return choices.find((choice) => choice.value === value)?.label ?? value;
}
