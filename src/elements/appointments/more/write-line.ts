import { html, type TemplateResult } from 'lit';
import { announce } from '../../../a11y/announcer.js';
import type { AppointmentsMoreWords } from '../../../i18n/en/appointments-more.js';
import { icon } from '../../../primitives/icon.js';
import { alertIcon, clockIcon, infoIcon } from '../../../primitives/icons.js';
import { phoneButton } from '../../../primitives/phone-link.js';
import type { CarefulWrite, WriteState } from '../../shared/careful-write.js';
import type { Visiting } from '../visiting.js';

/** How a change is coming along, in a line; nothing while there is nothing to say. */
export function writeLine(
  state: WriteState,
  { words, unsure }: { readonly words: AppointmentsMoreWords; readonly unsure: string },
): TemplateResult | undefined {
  if (state === 'unsure') return html`<p class="state unsure">${icon(clockIcon)} <span>${unsure}</span></p>`;
  if (state === 'stopped') return html`<p class="state">${icon(infoIcon)} <span>${words.stopped}</span></p>`;
  if (typeof state === 'string') return undefined;
  const said = words.refused[state.code] ?? words.refused['other'];
  return html`<p class="state heed">${icon(alertIcon)} <span>${said}</span></p>`;
}

/** Says why there is no answer to a change, to who does not see the line. */
export function tellEnd({ error, state }: CarefulWrite<unknown>, words: AppointmentsMoreWords): void {
  if (error) announce(words.refused[error.code] ?? words.refused['other']!);
  else if (state === 'undecided') announce(words.undecided);
  else if (state === 'stopped') announce(words.stopped);
}

/** That nobody knows whether it was done, and the ways to find out. */
export function undecided({ phone, common }: Visiting, words: AppointmentsMoreWords, again: () => void): TemplateResult {
  return html`<p class="state unsure">${icon(clockIcon)} <span>${words.undecided}</span></p>
    <div class="row">
      <button class="button" type="button" @click=${again}>${words.lookAgain}</button>
      ${phoneButton(phone, common.call)}
    </div>`;
}
