import { html, nothing, type TemplateResult } from 'lit';
import type { PickerMoreWords } from '../../../i18n/en/appointment-picker-more.js';
import type { CommonWords } from '../../../i18n/en/common.js';
import { note } from '../../../primitives/note.js';
import { phoneButton } from '../../../primitives/phone-link.js';
import type { PickerState } from '../picker-state.js';
import type { Ways } from './no-times.js';

/** What is said where there is nothing to pick from: to staff, of nothing on offer, of a visit that is not. */
export function instead(state: PickerState, words: PickerMoreWords, { call }: CommonWords): TemplateResult | undefined {
  const { view, services, service, setting, isAsked } = state;
  if (view.isStaff) return note(words.forStaff);
  if (!setting?.subject || (services.length > 0 && (service || !isAsked))) return undefined;
  return note({ ...(services.length > 0 ? words.unknownService : words.empty), actions: phoneButton(view.phone, call) });
}

/** What is said of a visit that can neither be booked nor asked for. */
export function cannotAsk({ words, common, phone, wait }: Ways): TemplateResult {
  const waiting = wait ? html`<button class="button" type="button" @click=${wait}>${words.tellMe}</button>` : nothing;
  return note({ ...words.cannotAsk, actions: html`${waiting} ${phoneButton(phone, common.call)}` });
}
