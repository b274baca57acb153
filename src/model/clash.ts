import type { Appointment } from './appointment.js';
import type { Slot } from './slot.js';

/** A reader's appointment that is in the way of a slot, and how. */
export interface Clash {
  readonly appointment: Appointment;
  /** Whether both take place at once. If not, they lie within `gap` milliseconds of each other. */
  readonly overlaps: boolean;
  /** Milliseconds between the two. 0 when they overlap or touch. */
  readonly gap: number;
}

/** How near two visits are when that is worth saying, in milliseconds: two hours. */
const NEAR = 7_200_000;

/**
 * The booked appointments that a slot would clash with, or nearly, nearest first. One that is being moved is not in the
 * way. An appointment with no end is taken to last as long as nothing.
 */
export function clashesOf(
  { starts, ends }: Pick<Slot, 'starts' | 'ends'>,
  appointments: readonly Appointment[],
  moves?: Appointment['id'],
): readonly Clash[] {
  const [from, to] = [Date.parse(starts), Date.parse(ends)];
  return appointments
    .flatMap((appointment): Clash[] => {
      if (appointment.status !== 'booked' || appointment.id === moves || !appointment.starts) return [];
      const begins = Date.parse(appointment.starts);
      const stops = Math.max(begins, Date.parse(appointment.ends ?? appointment.starts));
      const gap = Math.max(0, begins - to, from - stops);
      const overlaps = begins < to && stops > from;
      return overlaps || gap <= NEAR ? [{ appointment, overlaps, gap }] : [];
    })
    .sort((one, other) => one.gap - other.gap);
}
