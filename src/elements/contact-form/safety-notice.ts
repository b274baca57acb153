import { html, nothing, type TemplateResult } from 'lit';
import type { ContactFormWords } from '../../i18n/en/contact-form.js';
import type { Practice } from '../../model/practice.js';
import { icon } from '../../primitives/icon.js';
import { downIcon, infoIcon } from '../../primitives/icons.js';
import { phoneNumber } from '../../primitives/phone-link.js';

/** What messages are not for, and whom to call instead. Always on the form, and out of the way. */
export function safetyNotice(practice: Practice | undefined, words: ContactFormWords): TemplateResult {
  const { phone, emergencyPhone, crisisPhone } = practice ?? {};
  const say = ([before, after]: readonly string[], number: string | undefined) =>
    number ? html`${before}${phoneNumber(number)}${after} ` : nothing;
  return html`<details class="safety" part="notice">
    <summary>${icon(infoIcon)} ${words.safety} ${icon(downIcon)}</summary>
    <p class="measure">
      ${emergencyPhone ? say(words.danger, emergencyPhone) : words.dangerWithoutNumber} ${say(words.crisis, crisisPhone)}
      ${say(words.soon, phone)}
    </p>
  </details>`;
}
