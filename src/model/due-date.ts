import type { Instant } from './instant.js';
import type { Practice } from './practice.js';
import type { ReplyPromise } from './reason.js';
import { dayIn, instantAt, nextDay, weekdayOf } from './zoned-time.js';

// A practice that is closed for longer than this has no business days to promise with.
const FARTHEST_DAYS = 400;

/**
 * When a promise is due. Day 1 is the first open day whose opening is after the sending; due is the last closing of
 * day N. Sent Saturday 02:00, open weekdays 9 to 17, two business days: Tuesday 17:00, in the practice's zone.
 *
 * The backend computes this once and stores it. The form uses it to say beforehand what the promise would be.
 * Undefined where the practice states no hours: then nothing is promised.
 */
export function dueDate(
  sentAt: Instant,
  { hours, holidays, zone }: Pick<Practice, 'hours' | 'holidays' | 'zone'>,
  { businessDays }: ReplyPromise,
): Instant | undefined {
  const sent = Date.parse(sentAt);
  let day = dayIn(zone, sent);
  let counted = 0;
  for (let tried = 0; tried < FARTHEST_DAYS; tried++, day = nextDay(day)) {
    if (holidays.includes(day)) continue;
    const open = hours.filter((stretch) => stretch.day === weekdayOf(day));
    const opening = Math.min(...open.map(({ opens }) => instantAt(day, opens, zone)));
    if (open.length === 0 || opening <= sent) continue;
    counted++;
    if (counted < businessDays) continue;
    const closing = open.map(({ closes }) => instantAt(day, closes, zone));
    return new Date(Math.max(...closing)).toISOString();
  }
  return undefined;
}
