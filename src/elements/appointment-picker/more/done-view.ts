import { html, nothing, type TemplateResult } from 'lit';
import type { PickerMoreWords } from '../../../i18n/en/appointment-picker-more.js';
import { formatDue } from '../../../i18n/format.js';
import type { Appointment } from '../../../model/appointment.js';
import { note } from '../../../primitives/note.js';
import { safeUrl } from '../../../primitives/safe-url.js';
import { isolated } from '../../shared/person-words.js';
import { dayWords, slotWords, spanWords, type SlotTimes } from '../../shared/slot-words.js';
import { visitWords } from '../../shared/visit-words.js';
import { dayIn } from '../../../model/zoned-time.js';

export interface DoneOptions {
  readonly done: Appointment;
  /** The visit it takes the place of. */
  readonly moved: Appointment | undefined;
  readonly words: PickerMoreWords;
  readonly times: SlotTimes;
  /** Where the reader's visits are. */
  readonly url: string | undefined;
  readonly another: () => void;
}

/** What is booked, or asked for: when, what, with whom, where. */
export function doneView({ done, moved, words, times, url, another }: DoneOptions): TemplateResult {
  const { status, starts, ends, place, preparation, topic, wishes } = done;
  const isBooked = status === 'booked';
  const title = isBooked ? (moved ? words.movedTo : words.booked) : status === 'waiting' ? words.waits : words.requested;
  const line = (name: string, text: unknown) => (text ? html`<div><dt>${name}</dt><dd>${text}</dd></div>` : nothing);
  const when = moved?.starts && slotWords(moved.starts, times);
  const link = safeUrl(url ?? '');
  return html`<div class="stack done">
    ${note({
      tone: 'done',
      title,
      text: when ? (isBooked ? words.givenUp : words.staysUntil)(when) : undefined,
    })}
    <div class="stack close">
      ${isBooked && starts
        ? html`<p class="when">${dayWords(dayIn(times.zone, Date.parse(starts)), times)}<br />${spanWords(starts, ends, times)}</p>`
        : nothing}
      <p>${visitWords(done, times.words)}</p>
      ${isBooked ? nothing : html`<p>${answerWords(done, words, times)}</p>`}
    </div>
    <dl class="facts">
      ${line(words.asked, wishes.length > 0 && !isBooked ? wishList(wishes, words, times) : undefined)}
      ${line(words.where, isBooked && place && [place.name, place.address, place.note].filter(Boolean).map((part) => isolated(part!)).join('. '))}
      ${line(words.ready, preparation)} ${line(words.talk, topic && html`<span class="own">${topic}</span>`)}
    </dl>
    <div class="row">
      ${link ? html`<a class="button" href=${link}>${words.yourVisits}</a>` : nothing}
      <button class="button quiet" type="button" @click=${another}>${words.another}</button>
    </div>
  </div>`;
}

function answerWords({ status, answerBy }: Appointment, words: PickerMoreWords, times: SlotTimes): string {
  if (status === 'waiting') return words.tellsYou;
  return answerBy ? words.answerBy(formatDue(answerBy, times.now, times)) : words.answers;
}

const wishList = (wishes: Appointment['wishes'], words: PickerMoreWords, times: SlotTimes): TemplateResult =>
  html`<ol>${wishes.map(({ day, half }) => html`<li>${dayWords(day, times)}, ${words.halves[half].toLowerCase()}</li>`)}</ol>`;
