import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

/** Zones with everything clocks do: nothing, parts of hours, half an hour of summer, a day that was left out. */
export const ZONES = [
  'UTC',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Europe/Dublin',
  'America/Havana',
] as const;

const MINUTE = 60_000;
const [FROM, TO] = [Date.UTC(1975, 0), Date.UTC(2037, 0)];

/** When clocks of a zone are changed, in milliseconds since the epoch, as Temporal knows it. */
export function changesIn(zone: string): number[] {
  const changes: number[] = [];
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(FROM).toZonedDateTimeISO(zone);
  while ((at = at.getTimeZoneTransition('next')) && at.epochMilliseconds < TO) changes.push(at.epochMilliseconds);
  return changes;
}

/** Moments, to the minute: half of them anywhere, half within a day and a half of a change of clocks. */
export function momentsIn(zone: string): fc.Arbitrary<number> {
  const anywhere = fc.integer({ min: FROM / MINUTE, max: TO / MINUTE }).map((minutes) => minutes * MINUTE);
  const changes = changesIn(zone);
  if (changes.length === 0) return anywhere;
  const near = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -36 * 60, max: 36 * 60 }))
    .map(([at, minutes]) => at + minutes * MINUTE);
  const nearer = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -90, max: 90 }))
    .map(([at, minutes]) => at + minutes * MINUTE);
  return fc.oneof({ weight: 2, arbitrary: anywhere }, near, nearer);
}

/** A moment by the clock of a zone. */
export const inZone = (moment: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone);

/** What a wall clock shows, as our functions are told it. */
export const wallOf = (time: Temporal.PlainDateTime): [day: string, time: string] => [
  time.toPlainDate().toString(),
  time.toPlainTime().toString({ smallestUnit: 'minute' }),
];
