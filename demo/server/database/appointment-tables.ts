import type { Appointment, CareNeed, VisitKind } from 'carethread/model';

/** A time that can be booked, for one service. */
export interface SlotTable {
  id: string;
  practice: string;
  service: string;
  practitioner: string;
  kind: Exclude<VisitKind, 'other'>;
  place: string | null;
  starts: string;
  ends: string;
  /** The practice's calendar day on which it starts, so that days can be counted without a look at its zone. */
  day: string;
  /** Counts up whenever it is taken or given back. */
  version: number;
}

/** A slot that is kept for somebody while they fill in. One whose time is over is as if it were not there. */
export interface HoldTable {
  slot: string;
  /** One person holds one slot. */
  person: string;
  until: string;
  /** How many times it was kept longer. */
  extended: number;
}

/** A visit: asked for, waited for, booked, or past. Of a booked one the database has one per slot, whoever asks. */
export interface AppointmentTable {
  id: string;
  practice: string;
  subject: string;
  service: string;
  label: string;
  /** A booked one whose end has passed reads as `done`, and needs no row changed for that. */
  status: Exclude<Appointment['status'], 'other' | 'done'>;
  slot: string | null;
  starts: string | null;
  ends: string | null;
  kind: Exclude<VisitKind, 'other'> | null;
  practitioner: string | null;
  place: string | null;
  video_url: string | null;
  preparation: string | null;
  topic: string | null;
  /** JSON: the days and halves of days that would suit. */
  wishes: string;
  answer_by: string | null;
  /** 1 while somebody waits for a time, or for an earlier one. */
  waits: number;
  offer: string | null;
  note: string | null;
  instructions: string | null;
  moved_to: string | null;
  /** Of a request: the appointment it is to take the place of. */
  moves: string | null;
  /** What became of the care when it was cancelled. */
  care: CareNeed | null;
  /** 0 while the practice looks for a time, else 1: lists begin with those that have none. */
  settled: number;
  /** When it starts; without a time, when it was asked for. */
  sort_at: string;
  change: number;
  version: number;
}

/** Times that are offered to one subject. */
export interface OfferTable {
  id: string;
  practice: string;
  subject: string;
  service: string;
  label: string;
  /** An open one has ended, too, once its time is over or nothing of it is free. */
  state: 'open' | 'taken' | 'declined' | 'ended';
  until: string | null;
  /** The appointment it became. */
  appointment: string | null;
  /** The appointment that is given up when it is taken. */
  moves: string | null;
  change: number;
}

/** One of the slots of an offer. */
export interface OfferSlotTable {
  offer: string;
  slot: string;
}

/** A visit that a clinician wants for somebody. */
export interface WantedVisitTable {
  subject: string;
  service: string;
  by_day: string;
  asker: string;
}
