import { html, nothing, type TemplateResult } from 'lit';
import type { CommonWords, NoteWords } from '../../../i18n/en/common.js';
import { type Delivery, isRefused } from '../delivery.js';
import { moreWords } from './more-words.js';
import { icon } from '../../../primitives/icon.js';
import { alertIcon, clockIcon, lockIcon, offlineIcon, retryIcon } from '../../../primitives/icons.js';
import { note } from '../../../primitives/note.js';
import { phoneButton } from '../../../primitives/phone-link.js';

export interface DeliveryNoteOptions {
  readonly lang: string;
  readonly common: CommonWords;
  readonly phone: string | undefined;
  readonly signIn: () => void;
  readonly sendAgain: () => void;
  /** Takes it back to change it. */
  readonly change: () => void;
  /** Addresses it to the practice, where it was to one person. */
  readonly toPractice: (() => void) | undefined;
}

const MARKS: Readonly<Partial<Record<Delivery, string>>> = {
  offline: offlineIcon,
  queued: clockIcon,
  unknown: clockIcon,
  session: lockIcon,
};

/** How far it has come, what is kept, and the way on. */
export function deliveryNote(delivery: Delivery, options: DeliveryNoteOptions): TemplateResult | typeof nothing {
  if (delivery === 'sending') return nothing;
  const { lang, common, phone, signIn, sendAgain, change, toPractice } = options;
  const words = moreWords(lang);
  const { title, text }: NoteWords = words.states[delivery];
  const changeIt = html`<button class="button quiet" type="button" @click=${change}>${words.change}</button>`;
  const again = (label: string) =>
    html`<button class="button" type="button" @click=${sendAgain}>${icon(retryIcon)} ${label}</button>`;
  const actions = {
    queued: changeIt,
    offline: changeIt,
    unknown: nothing,
    session: html`<button class="button main" type="button" @click=${signIn}>${common.signIn}</button> ${changeIt}`,
    held: html`${again(common.tryAgain)} ${changeIt}`,
    undecided: html`${again(words.sendAgain)} ${phoneButton(phone, common.call)}`,
    rejected: phoneButton(phone, common.call),
    conflict: phoneButton(phone, common.call),
    forbidden: html`${toPractice
      ? html`<button class="button" type="button" @click=${toPractice}>${words.toPractice}</button>`
      : nothing}
    ${phoneButton(phone, common.call)}`,
    stopped: phoneButton(phone, common.call),
  }[delivery];
  return html`<div class="delivery ${delivery}" part="state">
    ${note({ tone: isRefused(delivery) ? 'attention' : 'plain', mark: MARKS[delivery] ?? alertIcon, title, text, actions: actions === nothing ? undefined : actions })}
  </div>`;
}
