import { html, type TemplateResult } from 'lit';
import type { OutboxItem } from '../../client/outbox-item.js';
import type { Message } from '../../model/message.js';
import type { MessageDraft } from '../../model/message-draft.js';
import { icon } from '../../primitives/icon.js';
import { alertIcon, checkIcon, clockIcon, eyeIcon, lockIcon, offlineIcon, retryIcon, sendIcon } from '../../primitives/icons.js';
import type { Opening } from './read-by.js';
import { type LineActions, listOf, momentOf, type Telling, timeOf, whoIs } from './telling.js';

/** Under a message of the reader's that has arrived: who opened it and when, or that nobody has yet. */
export function openedState(message: Message, openings: readonly Opening[], telling: Telling): TemplateResult {
  const { text } = telling;
  const names = openings.map(({ person, at }) => {
    const name = whoIs(person, telling);
    if (at === undefined) return name;
    return momentOf(name, at, message.sentAt, telling);
  });
  return names.length > 0
    ? stateLine(eyeIcon, text.openedBy(listOf(names, telling)))
    : stateLine(checkIcon, text.notOpened(timeOf(message.sentAt, telling)));
}

/** How a message that is still here looks: its edge says so without colour, the line under it says it in words. */
export interface Delivery {
  readonly edge: 'unsure' | 'refused' | 'under-way';
  readonly line: TemplateResult;
}

/** How far a message has come that is still here, and the way on. */
export function deliveryOf(item: OutboxItem<MessageDraft, Message>, telling: Telling, actions: LineActions): Delivery {
  const { key, state } = item;
  const { sendAgain, change, signIn } = actions;
  const { text, common, isOnline, view } = telling;
  const again = html`<button class="button" type="button" @click=${() => sendAgain(key)}>${icon(retryIcon)} ${text.sendAgain}</button>`;
  switch (state.status) {
    case 'unknown':
      if (state.blocked) return { edge: 'unsure', line: html`${stateLine(alertIcon, text.undecided)} ${ways(again)}` };
      return { edge: 'unsure', line: stateLine(clockIcon, text.unsure) };
    case 'reconciling':
      return { edge: 'unsure', line: stateLine(clockIcon, text.unsure) };
    case 'rejected': {
      const refusal = telling.more.value?.refusal(item, telling, actions);
      if (refusal) return { edge: 'refused', line: html`${stateLine(alertIcon, refusal.words)} ${ways(refusal.ways)}` };
      const words = view.me.kind === 'staff' ? text.notSentForStaff : text.notSent;
      const line = html`
        ${stateLine(alertIcon, words)}
        ${ways(again, html`<button class="button quiet" type="button" @click=${() => change(key)}>${text.change}</button>`)}
      `;
      return { edge: 'refused', line };
    }
    case 'held': {
      if (state.why !== 'session') return { edge: 'under-way', line: stateLine(lockIcon, text.kept) };
      const line = html`
        ${stateLine(lockIcon, text.keptForSession)}
        ${ways(html`<button class="button" type="button" @click=${signIn}>${common.signIn}</button>`)}
      `;
      return { edge: 'under-way', line };
    }
    case 'queued':
      return {
        edge: 'under-way',
        line: isOnline ? stateLine(clockIcon, text.queued) : stateLine(offlineIcon, text.queuedOffline),
      };
    default:
      return { edge: 'under-way', line: stateLine(sendIcon, text.sending) };
  }
}

const ways = (...buttons: readonly unknown[]): TemplateResult => html`<div class="row">${buttons}</div>`;

function stateLine(mark: string, words: string): TemplateResult {
  return html`<p class="state" part="state">${icon(mark)}<span>${words}</span></p>`;
}
