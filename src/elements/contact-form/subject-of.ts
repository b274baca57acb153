import type { Subject } from '../../model/person.js';

/** Whom the message is about: the one chosen, or the reader themselves, or the only one there is. */
export function subjectOf(subjects: readonly Subject[], chosen: string | undefined): Subject | undefined {
  const first = subjects.length === 1 || subjects[0]?.relationship === 'self' ? subjects[0] : undefined;
  return subjects.find(({ id }) => id === chosen) ?? first;
}

/** Full years. The day begins in the zone, or where the reader is. */
export function ageOn(now: number, birthDate: string, zone?: string): number {
  // The Swedes write dates as ISO does.
  const dayIn = (timeZone?: string) => new Date(now).toLocaleDateString('sv', { timeZone });
  let today: string;
  try {
    today = dayIn(zone);
  } catch {
    today = dayIn();
  }
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return Math.max(0, today.slice(5) < birthDate.slice(5) ? years - 1 : years);
}
