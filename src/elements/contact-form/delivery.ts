import type { SendState } from '../../client/outbox-item.js';
import type { MoreContactFormWords } from '../../i18n/en/contact-form-more.js';

/** How far a message has come, as people are told. `stopped`: the page that embeds the form prevented it. */
export type Delivery = keyof MoreContactFormWords['states'] | 'sending';

/** What the practice did not take, or the page stopped: it can be changed where it stands. */
export const isRefused = (delivery: Delivery): boolean => /rejected|forbidden|conflict|stopped/.test(delivery);

/** What a state of the outbox is to a person; nothing for what has arrived. */
export function deliveryOf(state: SendState | undefined, isOnline: boolean): Delivery | undefined {
  switch (state?.status) {
    case undefined:
    case 'sent':
      return undefined;
    case 'queued':
      return isOnline ? 'queued' : 'offline';
    case 'held':
      return state.why === 'session' || state.why === 'offline' ? state.why : 'held';
    case 'unknown':
      return state.blocked ? 'undecided' : 'unknown';
    case 'rejected':
      if (state.code === 'forbidden' || state.field === 'recipient') return 'forbidden';
      return state.code === 'conflict' ? 'conflict' : 'rejected';
    // Looking whether it arrived is part of not being sure: the words stay the same.
    case 'reconciling':
      return 'unknown';
    default:
      return state?.status;
  }
}
