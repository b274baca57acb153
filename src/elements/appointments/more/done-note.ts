import { html, nothing, type TemplateResult } from 'lit';
import type { AppointmentsMoreWords } from '../../../i18n/en/appointments-more.js';
import type { AppointmentId } from '../../../model/appointment-id.js';
import type { Appointment, CareNeed } from '../../../model/appointment.js';
import { note } from '../../../primitives/note.js';
import { phoneButton } from '../../../primitives/phone-link.js';
import { slotWords } from '../../shared/slot-words.js';
import { timesOf, type Visiting } from '../visiting.js';

/** What was done. */
export interface Done {
  readonly kind: 'cancelled' | 'moved' | 'booked' | 'asked';
  /** The visit as it was. */
  readonly before?: Pick<Appointment, 'starts' | 'zone' | 'status' | 'service'> | undefined;
  /** The visit as it is, or which of the list it is. */
  readonly visit?: Appointment | undefined;
  readonly id?: AppointmentId | undefined;
  readonly care?: CareNeed | undefined;
}

/** What was done, and what follows from it. */
export function doneNote(done: Done, visiting: Visiting, words: AppointmentsMoreWords, book: () => void): TemplateResult {
  const { kind, before, care } = done;
  const { view, phone, common } = visiting;
  const visit = done.visit ?? view.coming.items.find(({ id }) => id === done.id);
  const at = visit ? timeOf(visit, visiting) : '';
  const was = before ? timeOf(before, visiting) : '';
  const titles = {
    cancelled: was ? words.cancelled(was) : before?.status === 'waiting' ? words.left : words.takenBack,
    moved: at ? words.movedTo(at) : words.moved,
    booked: at ? words.bookedAt(at) : words.booked,
    asked: words.asked,
  };
  const texts = {
    cancelled: care && words.after[care],
    moved: was && words.movedNote(was),
    booked: '',
    asked: was && words.askedNote,
  };
  const another = html`<button class="button main" type="button" @click=${book}>${words.bookAnother}</button>`;
  return html`<div class="done-note">
    ${note({
      tone: 'done',
      title: titles[kind],
      text: texts[kind],
      actions:
        kind === 'cancelled'
          ? html`${care === 'still' && view.can.book ? another : nothing} ${phoneButton(phone, common.call)}`
          : undefined,
    })}
  </div>`;
}

const timeOf = (visit: Pick<Appointment, 'starts' | 'zone'>, visiting: Visiting): string =>
  visit.starts ? slotWords(visit.starts, timesOf(visit, visiting)) : '';
