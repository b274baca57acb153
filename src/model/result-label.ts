import type { Result } from './result.js';

/** What a card calls a result: its name and its day, `Liver test (ALT), November 18, 2026`. `zone` is an IANA name. */
export function resultLabel({ name, takenAt }: Pick<Result, 'name' | 'takenAt'>, zone: string): string {
  if (!takenAt) return name;
  // A year or a month is no day; a day has no zone.
  if (takenAt.length < 10) return `${name}, ${takenAt}`;
  const timeZone = takenAt.length > 10 ? zone : 'UTC';
  return `${name}, ${new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone }).format(new Date(takenAt))}`;
}
