import { html, type TemplateResult } from 'lit';
import type { FieldsWords } from '../../../i18n/en/fields.js';
import { formatTimeWindow } from '../../../i18n/format.js';
import type { ThreadMoreWords } from '../../../i18n/en/thread-more.js';
import type { Card } from '../../../model/card.js';
import type { Answer } from '../../../model/contact-request.js';
import type { Field } from '../../../model/field.js';
import type { Message } from '../../../model/message.js';
import type { MessageDraft } from '../../../model/message-draft.js';
import { listOf, short, type Telling } from '../telling.js';

/** What answers are told in. */
export interface DetailWords {
  readonly words: ThreadMoreWords;
  readonly fieldWords: FieldsWords;
}

/** The request of a message that an answer to it goes to: the first without one. */
export function requestOf({ cards }: Message): Card | undefined {
  const requests = cards.filter(({ kind }) => kind === 'detail-request');
  return requests.find(({ answeredBy }) => !answeredBy) ?? requests[0];
}

/** Whether a request still asks for all that was answered, and offers what was chosen. */
export function areAsked({ fields }: Card, answers: readonly Answer[]): boolean {
  return answers.every(({ field: id, value }) => {
    const field = fields.find((candidate) => candidate.id === id);
    const offered = field?.choices.map((choice) => choice.value) ?? [];
    return field && [value].flat().every((one) => offered.length === 0 || offered.includes(one));
  });
}

/** An answer that is on its way or kept, as its writer gave it. */
export function answersInWords(detail: MessageDraft['detail'], telling: Telling, words: DetailWords): TemplateResult {
  return html`<dl class="facts">
    ${pairs(detail, telling, words).map(
      ([label, value]) => html`<div><dt><bdi>${short(label)}</bdi></dt><dd><bdi>${value}</bdi></dd></div>`,
    )}
  </dl>`;
}

/** The same as plain text, to be copied. */
export const answersAsText = (detail: MessageDraft['detail'], telling: Telling, words: DetailWords): string =>
  pairs(detail, telling, words)
    .map((pair) => pair.join(': '))
    .join('\n');

/** Each question and its answer. What is asked no more was answered all the same: its words are not lost. */
function pairs(detail: MessageDraft['detail'], telling: Telling, words: DetailWords): readonly (readonly [string, string])[] {
  const { items } = telling.view.entries;
  const asked = items.find((entry) => entry.type === 'message' && entry.id === detail?.message);
  const fields = asked?.type === 'message' ? asked.cards.flatMap((card) => card.fields) : [];
  return (detail?.answers ?? []).map(({ field: id, value }) => {
    const field = fields.find((candidate) => candidate.id === id);
    const said = [value].flat().map((one) => (field ? inWords(field, one, telling, words.fieldWords) : one));
    return [field?.label ?? words.words.askedNoMore, listOf(said, telling)];
  });
}

function inWords({ kind, choices }: Field, value: string, { lang }: Telling, words: FieldsWords): string {
  if (kind === 'yes-no') return value === 'yes' ? words.yes : words.no;
  if (kind === 'time-windows') return formatTimeWindow(value, { lang });
  return choices.find((choice) => choice.value === value)?.label ?? value;
}
