import { html, waitUntil } from '@open-wc/testing';
import type { CareInbox } from '../../src/elements/inbox/inbox.js';
import { button, find, open, type Opening, shown, wordsOf } from '../support/conversation.js';
import { parts } from '../support/shown.js';

export const inbox = (opening?: Opening) => open<CareInbox>(html`<care-inbox></care-inbox>`, opening);
export const rows = (element: CareInbox) => (parts(element, 'thread') as HTMLButtonElement[]).map(({ value }) => value);
export const searchField = (element: CareInbox) => find<HTMLInputElement>(element, 'input[type=search]')[0]!;

/** Types without pressing Enter. */
export async function type(element: CareInbox, words: string): Promise<void> {
  searchField(element).value = words;
  searchField(element).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await shown();
}

/** Types, and presses Enter. */
export async function look(element: CareInbox, words: string): Promise<void> {
  await type(element, words);
  find<HTMLFormElement>(element, 'form[role=search]')[0]!.requestSubmit();
  await shown();
}

export async function choose(element: CareInbox, label: string, option: string): Promise<void> {
  if (find(element, '#filters').length === 0) button(element, 'Filter').click();
  await waitUntil(() => find(element, '#filters select').length > 0, 'nothing to choose', { timeout: 4000 });
  const { htmlFor } = find<HTMLLabelElement>(element, 'label').find((found) => wordsOf(found) === label)!;
  const select = find<HTMLSelectElement>(element, `#${htmlFor}`)[0]!;
  select.value = [...select.options].find(({ text }) => text === option)!.value;
  select.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await shown();
}
