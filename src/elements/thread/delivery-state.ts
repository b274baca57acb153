import { html, nothing, type TemplateResult } from 'lit';
import type { AdapterErrorCode } from '../../adapter/errors.js';
import type { OutboxItem } from '../../client/outbox-item.js';
import type { Message } from '../../model/message.js';
import type { MessageDraft } from '../../model/message-draft.js';
import { messagingAt } from '../../model/messaging-at.js';
import { icon } from '../../primitives/icon.js';
import { alertIcon, checkIcon, clockIcon, eyeIcon, lockIcon, offlineIcon, retryIcon, sendIcon } from '../../primitives/icons.js';
import { phoneButton } from '../../primitives/phone-link.js';
import { isClosed } from '../shared/whose-turn.js';
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

/** After these, sending the same words to the same place again would change nothing. */
const FINAL: ReadonlySet<AdapterErrorCode> = new Set(['conflict', 'gone', 'forbidden', 'not-found', 'unsupported']);

/** How far a message has come that is still here, and the way on. */
export function deliveryOf(
  { key, state, draft, kind }: OutboxItem<MessageDraft, Message>,
  telling: Telling,
  { sendAgain, change, copy, signIn }: LineActions,
): Delivery {
  const { text, common, isOnline, view } = telling;
  const again = html`<button class="button" type="button" @click=${() => sendAgain(key)}>${icon(retryIcon)} ${text.sendAgain}</button>`;
  switch (state.status) {
    case 'unknown':
      if (state.blocked) return { edge: 'unsure', line: html`${stateLine(alertIcon, text.undecided)} ${ways(again)}` };
      return { edge: 'unsure', line: stateLine(clockIcon, text.unsure) };
    case 'reconciling':
      return { edge: 'unsure', line: stateLine(clockIcon, text.unsure) };
    case 'rejected': {
      const isStaff = view.me.kind === 'staff';
      const isFinal = FINAL.has(state.code);
      const isPaused = !isStaff && view.practice && messagingAt(view.practice, telling.now).state !== 'open';
      const why = isPaused ? 'paused' : state.code !== 'conflict' && state.code !== 'gone' ? 'forbidden' : draft.detail ? 'answered' : 'closed';
      const words = isFinal ? text.refused[isClosed(view.thread) && kind === 'message' ? 'closed' : why] : isStaff ? text.notSentForStaff : text.notSent;
      const changing = html`<button class="button quiet" type="button" @click=${() => change(key)}>${text.change}</button>`;
      const copying = html`<button class="button quiet" type="button" @click=${() => copy(draft.body)}>${text.copy}</button>`;
      const phone = isFinal && !isStaff ? phoneButton(view.practice?.phone, common.call) : nothing;
      const line = html`
        ${stateLine(alertIcon, words)}
        ${ways(isFinal && !isPaused ? phone : again, changing, isFinal && draft.body ? copying : nothing)}
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

const ways = (...buttons: readonly (TemplateResult | typeof nothing)[]): TemplateResult => html`<div class="row">${buttons}</div>`;

function stateLine(mark: string, words: string): TemplateResult {
  return html`<p class="state" part="state">${icon(mark)}<span>${words}</span></p>`;
}
