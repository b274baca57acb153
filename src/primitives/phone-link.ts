import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icon.js';
import { phoneIcon } from './icons.js';

/** The address that calls a number; nothing for what holds no number. */
export function phoneAddress(phone: string): string | undefined {
  const digits = phone.replace(/[^\d+*#]/g, '');
  return digits ? `tel:${digits}` : undefined;
}

/** A number in a sentence. */
export function phoneNumber(phone: string): TemplateResult {
  return html`<a class="keep" href=${phoneAddress(phone) ?? nothing}><bdi>${phone}</bdi></a>`;
}

/** A button that calls. `label` says so, with the number. */
export function phoneButton(phone: string | undefined, label: (phone: string) => string): TemplateResult | typeof nothing {
  const address = phone && phoneAddress(phone);
  return address ? html`<a class="button" href=${address}>${icon(phoneIcon)} ${label(phone)}</a>` : nothing;
}
