import type { Instant } from './instant.js';
import type { Practice } from './practice.js';
import { dayIn, instantAt, nextDay, weekdayOf } from './zoned-time.js';

/** How a practice takes messages at a moment. */
export interface MessagingNow {
  /** `paused` and `off`: as the practice says. `refused`: it is closed, and takes none then. */
  readonly state: 'open' | 'paused' | 'off' | 'refused';
  /** Whether somebody is there. Undefined where the practice states no hours, or a zone that is not known here. */
  readonly isStaffed: boolean | undefined;
  /** When it opens next, while it is closed, or when the pause ends. Undefined where that is not known. */
  readonly opensAt: Instant | undefined;
}

type Hours = Pick<Practice, 'hours' | 'holidays' | 'zone' | 'messaging'>;

/**
 * Whether a practice takes messages now, and if not, from when on. Computed alike by backends and elements. One that
 * states no hours is never closed; one that states some and has no opening for two months is. Never throws.
 */
export function messagingAt(practice: Hours, now: number): MessagingNow {
  const { state, until, outsideHours } = practice.messaging ?? { state: 'open' };
  const opening = openingFrom(practice, now);
  const isStaffed = opening === undefined ? undefined : opening <= now;
  const opensAt = isStaffed === false && opening !== Infinity ? new Date(opening!).toISOString() : undefined;
  const isPaused = state === 'paused' && !(until && Date.parse(until) <= now);
  if (isPaused) return { state: 'paused', isStaffed, opensAt: until };
  if (state === 'off') return { state: 'off', isStaffed, opensAt: undefined };
  return { state: outsideHours === 'refused' && isStaffed === false ? 'refused' : 'open', isStaffed, opensAt };
}

/** When the opening began that we are in, or else when the next one begins: Infinity for none within two months. */
function openingFrom({ hours, holidays, zone }: Hours, now: number): number | undefined {
  if (hours.length === 0) return undefined;
  try {
    // From the day before: a stretch may end at 24:00, which a zone's change of clocks can move.
    let day = dayIn(zone, now - 86_400_000);
    for (let tried = 0; tried < 62; tried++, day = nextDay(day)) {
      if (holidays.includes(day)) continue;
      const openings = hours
        .filter((stretch) => stretch.day === weekdayOf(day))
        .map(({ opens, closes }) => [instantAt(day, opens, zone), instantAt(day, closes, zone)] as const)
        // The hour that a change of clocks skips is no opening.
        .filter(([opens, closes]) => closes > now && opens < closes);
      if (openings.length > 0) return Math.min(...openings.map(([opens]) => opens));
    }
    return Infinity;
  } catch {
    // A zone that this browser does not know: its hours mean nothing here.
    return undefined;
  }
}
