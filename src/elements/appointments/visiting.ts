import type { AppointmentsListWords } from '../../i18n/en/appointments-list.js';
import type { CommonWords } from '../../i18n/en/common.js';
import type { VisitTimesWords } from '../../i18n/en/visit-times.js';
import type { Appointment } from '../../model/appointment.js';
import { type SlotTimes, zoneOf } from '../shared/slot-words.js';
import type { AppointmentsView } from './appointments-view.js';

/** What a visit is told from: what was read, and the words and clock to tell it with. */
export interface Visiting {
  readonly view: AppointmentsView;
  readonly text: AppointmentsListWords;
  readonly common: CommonWords;
  readonly words: VisitTimesWords;
  readonly lang: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly phone: string | undefined;
  /** What can be done, once it is there. */
  readonly more: MoreVisits | undefined;
  isPast(at: string): boolean;
  /** Opens what is done with a visit, or closes it; fetches it first where that is needed. */
  act(what: VisitAct, visit: Appointment, visiting: Visiting): void;
}

/** What the list is told from, without its words. */
export type Setting = Omit<Visiting, 'text' | 'words'>;

/** What can be done with a visit, each in a place of its own. */
export type VisitAct = 'move' | 'cancel' | 'topic' | 'calendar';

/** What can be done with visits, and what is behind. Fetched once there are any. */
export interface MoreVisits {
  /** What of a visit is open now. */
  opened(visit: Appointment): VisitAct | undefined;
  /** What is open under a visit. */
  panel(visit: Appointment, visiting: Visiting): unknown;
  /** Where the patient writes what they want to talk about, while they do. */
  topic(visit: Appointment, visiting: Visiting): unknown;
  /** Times that are offered for it, such as an earlier one. */
  offer(visit: Appointment, visiting: Visiting): unknown;
  /** The wish for an earlier time. */
  waitlist(visit: Appointment, visiting: Visiting): unknown;
  /** What has just been done, and what follows from it. */
  done(visiting: Visiting): unknown;
  /** The way to a new visit. */
  booking(visiting: Visiting): unknown;
  /** The visits that are behind. */
  past(visiting: Visiting): unknown;
}

/** How the times of a visit are said: by the clock of where it takes place. */
export function timesOf({ zone }: Pick<Appointment, 'zone'>, { view, words, lang, now }: Visiting): SlotTimes {
  return { lang, words, zone: zoneOf(zone ?? view.practice?.zone), now };
}
