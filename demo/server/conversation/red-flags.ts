import type { CalendarDay, Instant, Message } from 'carethread/model';
import type { OfferedReason } from '../directory/practice-entry.js';
import { Problem } from '../problems.js';

/** What the answer is called that says which signs were asked for. Its words are the practice's, so nobody looks for them. */
export const SIGNS_LABEL = 'Signs of danger';

interface Asked {
  readonly birthDate?: CalendarDay | undefined;
  /** The practice's: a birthday begins at its midnight. */
  readonly zone: string;
  readonly now: Instant;
}

/**
 * That the reason's signs of danger were asked and there were none, in words; nothing where none are asked. A request
 * that does not say so is `invalid`.
 */
export function askedSigns({ redFlags }: OfferedReason, said: 'none' | undefined, asked: Asked): Message['answers'] {
  const signs = (redFlags && (isChild(redFlags.childUnder, asked) ? redFlags.child : redFlags.adult)) ?? [];
  if (signs.length === 0) return [];
  if (said !== 'none') throw new Problem('invalid', { field: 'redFlags' });
  return [{ label: SIGNS_LABEL, value: `None of: ${signs.join('; ')}` }];
}

function isChild(childUnder: number, { birthDate, zone, now }: Asked): boolean {
  if (birthDate === undefined) return false;
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(now));
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return (today.slice(5) < birthDate.slice(5) ? years - 1 : years) < childUnder;
}
