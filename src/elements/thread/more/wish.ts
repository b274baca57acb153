import { html, nothing, type TemplateResult } from 'lit';
import type { ThreadMoreWords } from '../../../i18n/en/thread-more.js';
import { formatTimeWindow } from '../../../i18n/format.js';
import type { ThreadId } from '../../../model/id.js';
import { icon } from '../../../primitives/icon.js';
import { arrowIcon, backIcon, phoneIcon, sendIcon } from '../../../primitives/icons.js';
import { phoneNumber } from '../../../primitives/phone-link.js';
import { isClosed } from '../../shared/whose-turn.js';
import { listOf, type Telling } from '../telling.js';

/** How the patient wants to be answered, where they said anything else than by message and by anyone. */
export function wish(telling: Telling, words: ThreadMoreWords): TemplateResult | typeof nothing {
  const { view, lang } = telling;
  const { reply, turn } = view.thread;
  const isStaff = view.me.kind === 'staff';
  // Once they are answered it says nothing to the patient any more; staff may call again.
  if (!reply || isClosed(view.thread) || (!isStaff && turn !== 'practice')) return nothing;
  const { channel, from, phone, windows } = reply;
  if (channel === 'message' && from !== 'doctor' && from !== 'nurse') return nothing;
  const times = windows.map((window) => formatTimeWindow(window, { lang }));
  const more = [times.length > 0 ? listOf(times, telling) : '', words.answerers[from]].filter(Boolean).join(', ');
  const what = words.channels[channel];
  const number = phone && html`${isStaff ? phoneNumber(phone) : html`<bdi>${phone}</bdi>`}, `;
  return html`<p class="custody" part="wish">
    ${icon(channel === 'phone' ? phoneIcon : sendIcon)}
    <span><b>${isStaff ? words.wants(what) : words.youWant(what)}</b> ${number}${more}</span>
  </p>`;
}

/** The ways to the thread before this one, and after it. */
export function elsewhere({ view }: Telling, select: (thread: ThreadId) => void, words: ThreadMoreWords): readonly unknown[] {
  const { continues, continuedBy } = view.thread;
  return [
    continues && html`<div>${way(words.earlierThread, backIcon, () => select(continues))}</div>`,
    continuedBy && html`<div>${way(words.newerThread, arrowIcon, () => select(continuedBy))}</div>`,
  ];
}

function way(words: string, mark: string, act: () => void): TemplateResult {
  return html`<button class="button quiet" type="button" @click=${act}>${icon(mark, { turns: true })} ${words}</button>`;
}
