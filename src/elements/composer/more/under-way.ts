import { html, type TemplateResult } from 'lit';
import type { OutboxItem } from '../../../client/outbox-item.js';
import type { CommonWords } from '../../../i18n/en/common.js';
import type { ComposerMoreWords } from '../../../i18n/en/composer-more.js';
import type { SendKey } from '../../../model/id.js';
import type { MessageDraft } from '../../../model/message-draft.js';
import { icon } from '../../../primitives/icon.js';
import { alertIcon, clockIcon, lockIcon, offlineIcon, retryIcon, sendIcon } from '../../../primitives/icons.js';

export interface UnderWayOptions {
  readonly text: ComposerMoreWords;
  readonly common: CommonWords;
  readonly isOnline: boolean;
  readonly isStaff: boolean;
  readonly sendAgain: (key: SendKey) => void;
  readonly change: (key: SendKey) => void;
  readonly signIn: () => void;
}

/** A message that is still here, where no thread around shows it: its words, how far it has come, and the way on. */
export function underWay({ key, draft, state }: OutboxItem, options: UnderWayOptions): TemplateResult {
  const { text, common, isOnline, isStaff, sendAgain, change, signIn } = options;
  const quiet = (words: string, onClick: () => void) =>
    html`<button class="button quiet" type="button" @click=${onClick}>${words}</button>`;
  const again = html`<button class="button" type="button" @click=${() => sendAgain(key)}>${icon(retryIcon)} ${text.sendAgain}</button>`;
  const told = (edge: string, mark: string, words: string, ways: unknown = '') => html`<div class="under-way" tabindex="-1">
    <p class="kept ${edge}">${(draft as MessageDraft).body}</p>
    <p class="state" part="state">${icon(mark)}<span>${words}</span></p>
    <div class="row">${ways}</div>
  </div>`;
  switch (state.status) {
    case 'unknown':
      return state.blocked
        ? told('unsure', alertIcon, text.undecidedState, again)
        : told('unsure', clockIcon, text.unsureState);
    case 'reconciling':
      return told('unsure', clockIcon, text.unsureState);
    case 'rejected': {
      const isOver = state.code === 'conflict' || state.code === 'gone';
      const words = isStaff ? text.notSentForStaffState : isOver ? text.notTakenState : text.notSentState;
      return told('refused', alertIcon, words, html`${again} ${quiet(text.change, () => change(key))}`);
    }
    case 'held': {
      if (state.why !== 'session') return told('', lockIcon, text.keptState);
      const ways = html`<button class="button" type="button" @click=${signIn}>${common.signIn}</button>`;
      return told('', lockIcon, text.sessionState, ways);
    }
    case 'queued':
      return isOnline ? told('', clockIcon, text.queuedState) : told('', offlineIcon, text.queuedOfflineState);
    default:
      return told('', sendIcon, text.sendingState);
  }
}
