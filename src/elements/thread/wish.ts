import { html, nothing, type TemplateResult } from 'lit';
import { formatTimeWindow } from '../../i18n/format.js';
import { icon } from '../../primitives/icon.js';
import { phoneIcon, sendIcon } from '../../primitives/icons.js';
import { phoneNumber } from '../../primitives/phone-link.js';
import { isClosed } from '../shared/whose-turn.js';
import { listOf, type Telling } from './telling.js';

/** How the patient wants to be answered, where they said anything else than by message and by anyone. */
export function wish(telling: Telling): TemplateResult | typeof nothing {
  const { view, text, lang } = telling;
  const { reply, turn } = view.thread;
  const isStaff = view.me.kind === 'staff';
  // Once they are answered it says nothing to the patient any more; staff may call again.
  if (!reply || isClosed(view.thread) || (!isStaff && turn !== 'practice')) return nothing;
  const { channel, from, phone, windows } = reply;
  if (channel === 'message' && from !== 'doctor' && from !== 'nurse') return nothing;
  const times = windows.map((window) => formatTimeWindow(window, { lang }));
  const more = [times.length > 0 ? listOf(times, telling) : '', text.answerers[from]].filter(Boolean).join(', ');
  const what = text.channels[channel];
  return html`<p class="custody" part="wish">
    ${icon(channel === 'phone' ? phoneIcon : sendIcon)}
    <span
      ><b>${isStaff ? text.wants(what) : text.youWant(what)}</b> ${phone
        ? html`${isStaff ? phoneNumber(phone) : html`<bdi>${phone}</bdi>`}, `
        : nothing}${more}</span
    >
  </p>`;
}
