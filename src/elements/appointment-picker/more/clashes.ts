import { html, nothing, type TemplateResult } from 'lit';
import { listAppointments } from '../../../client/appointments.js';
import type { Client } from '../../../client/client.js';
import type { PickerMoreWords } from '../../../i18n/en/appointment-picker-more.js';
import type { AppointmentId } from '../../../model/appointment-id.js';
import type { Appointment } from '../../../model/appointment.js';
import { clashesOf } from '../../../model/clash.js';
import type { PersonId } from '../../../model/id.js';
import type { Subject } from '../../../model/person.js';
import type { Slot } from '../../../model/slot.js';
import { note } from '../../../primitives/note.js';
import { isolated, nameOf } from '../../shared/person-words.js';
import { slotWords, type SlotTimes } from '../../shared/slot-words.js';
import { visitWords } from '../../shared/visit-words.js';

/** More people than this are not asked about: it would take longer than it helps. */
const MOST = 8;

/** The coming visits that could be read. */
export interface ComingVisits {
  readonly items: readonly Appointment[];
  readonly isWhole: boolean;
}

/** The coming visits of everybody the reader acts for: a parent is not in two places either. */
export async function comingVisits(client: Client, subjects: readonly Subject[], signal: AbortSignal): Promise<ComingVisits> {
  const list = ({ id }: Subject) => listAppointments(client, { subject: id, when: 'coming' }, { signal });
  const pages = await Promise.allSettled(subjects.slice(0, MOST).map(list));
  return {
    items: pages.flatMap((page) => (page.status === 'fulfilled' ? page.value.items : [])),
    isWhole: pages.every(({ status }) => status === 'fulfilled'),
  };
}

/** That nobody knows whether another visit is in the way. */
export const uncheckedNote = ({ unchecked }: PickerMoreWords): TemplateResult => html`<p class="small soft">${unchecked}</p>`;

export interface ClashOptions {
  readonly slot: Slot;
  readonly appointments: readonly Appointment[];
  /** Who reads: their own visits are not said by name. */
  readonly me: PersonId;
  readonly moves: AppointmentId | undefined;
  readonly words: PickerMoreWords;
  readonly times: SlotTimes;
}

/** That another visit is in the way of a time, or close to it. */
export function clashNote({ slot, appointments, me, moves, words, times }: ClashOptions): TemplateResult | typeof nothing {
  const [clash] = clashesOf(slot, appointments, moves);
  if (!clash) return nothing;
  const { appointment, overlaps } = clash;
  const { clash: say } = words;
  const isOwn = appointment.subject.id === me;
  const title = !isOwn ? say.sameDayOf(nameOf(appointment.subject, '')) : overlaps ? say.sameTime : say.near;
  const what = [visitWords(appointment, times.words), isolated(appointment.practice.name)].join(', ');
  return html`<div class="clash">
    ${note({ tone: 'attention', title, text: words.clashing(slotWords(appointment.starts!, times), what) })}
  </div>`;
}
