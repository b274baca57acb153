import { html, nothing, type TemplateResult } from 'lit';
import type { AdapterError } from '../../adapter/errors.js';
import type { ContactFormWords } from '../../i18n/en/contact-form.js';
import { formatDue } from '../../i18n/format.js';
import { type MessagingNow, messagingAt } from '../../model/messaging-at.js';
import type { Person } from '../../model/person.js';
import type { Practice } from '../../model/practice.js';
import { clockIcon, phoneIcon } from '../../primitives/icons.js';
import { note } from '../../primitives/note.js';
import { phoneButton } from '../../primitives/phone-link.js';
import { isolated, nameOf } from '../shared/person-words.js';
import type { FormView } from './form-view.js';

/** Why nothing can be written, and the way instead. */
export interface Gate {
  readonly title: string;
  readonly text: string;
  readonly mark: string;
  readonly phone: string | undefined;
  /** Whether the practice's hours are when to call. */
  readonly atOpenHours: boolean;
}

interface Asked {
  readonly words: ContactFormWords;
  readonly lang: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The practice's number, when it is known. */
  readonly phone: string | undefined;
}

/** How the practice takes messages now, once it is known. */
export const messagingNow = (practice: Practice | undefined, now: number): MessagingNow | undefined =>
  practice && messagingAt(practice, now);

/** What keeps everybody from writing: the practice takes no messages now. */
export function practiceGate(practice: Practice | undefined, { words, lang, now, phone }: Asked): Gate | undefined {
  const { state = 'open', opensAt } = messagingNow(practice, now) ?? {};
  if (state === 'open') return undefined;
  const when = opensAt && formatDue(opensAt, now, { lang, zone: practice!.zone });
  const { [state]: title, callInstead, openAgain } = words.closed;
  const note = practice!.messaging?.note?.trim();
  const text = [note && isolated(note), when ? openAgain(when) : '', note && when ? '' : callInstead].filter(Boolean).join(' ');
  return { title, text, mark: clockIcon, phone, atOpenHours: true };
}

/** Whether somebody answers messages: who does not say so does. */
export const answersMessages = ({ answers = 'messages' }: Person): boolean => answers === 'messages';

/** What keeps from writing to somebody: they answer by phone, or not at all. */
export function personGate(person: Person | undefined, { words, phone }: Asked): Gate | undefined {
  if (!person || answersMessages(person)) return undefined;
  const own = person.answers === 'phone' ? person.phone : undefined;
  const hours = person.answers === 'phone' ? person.phoneHours?.trim() : undefined;
  return {
    title: words.noAnswer(nameOf(person, words.thePractice)),
    text: hours ? words.answersPhone(isolated(hours)) : words.closed.callInstead,
    mark: phoneIcon,
    phone: own ?? phone,
    atOpenHours: !hours,
  };
}

/** What stands in the place of every field, and what was written before. */
export function gateNote(
  gate: Gate,
  written: readonly string[],
  openHours: readonly string[],
  { words, common }: FormView,
): TemplateResult {
  return html`<div class="stack near">
    ${note({
      title: gate.title,
      text: gate.text,
      mark: gate.mark,
      actions: phoneButton(gate.phone, common.call),
    })}
    ${gate.atOpenHours && openHours.length > 0
      ? html`<div class="small"><p class="label">${words.openHours}</p><ul>${openHours.map((line) => html`<li>${line}</li>`)}</ul></div>`
      : nothing}
    ${written.length > 0
      ? html`<div class="stack close"><p>${words.written}</p>${written.map((text) => html`<p class="kept">${text}</p>`)}</div>`
      : nothing}
  </div>`;
}

/** Leads whoever is not signed in to where they can write without an account, if the page has such a place. */
export function guestWay({ code }: AdapterError, url: string | undefined, { asGuest }: ContactFormWords): unknown {
  if (!url || code !== 'auth-required') return nothing;
  return html`<div class="row">
    <a class="button" href=${url} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">${asGuest}</a>
  </div>`;
}
