import type { TimeWish } from '../../../model/appointment.js';
import type { RequestLimits } from '../../../model/service.js';
import { weekdayOf } from '../../../model/zoned-time.js';
import { TimeWish as WishSchema } from '../../../model/appointment.js';
import { wrongAt } from '../memory-text.js';

/** Fails on wishes that a practice does not take. */
export function checkWishes(wishes: readonly TimeWish[], limits: RequestLimits): void {
  const { from, to, weekdays, closed, halves } = limits;
  if (wishes.length > limits.wishes) throw wrongAt('wishes');
  const seen = new Set<string>();
  wishes.forEach((given, place) => {
    const { day, half } = given;
    const isOpen = weekdays.length === 0 || weekdays.includes(weekdayOf(day));
    const isDay = WishSchema.shape.day.safeParse(day).success;
    if (!isDay || day < from || day > to || !isOpen || closed.includes(day)) throw wrongAt(`wishes.${place}.day`);
    const takes = halves.length === 0 ? WishSchema.shape.half.safeParse(half).success : halves.includes(half);
    if (!takes) throw wrongAt(`wishes.${place}.half`);
    if (seen.has(`${day} ${half}`)) throw wrongAt(`wishes.${place}`);
    seen.add(`${day} ${half}`);
  });
}
