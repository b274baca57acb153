import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dueDate, type OpeningHours, type Practice } from '../../src/model/index.js';

const weekdays: OpeningHours[] = [1, 2, 3, 4, 5].map((day) => ({ day, opens: '09:00', closes: '17:00' }));
const office = { zone: 'America/Los_Angeles', hours: weekdays, holidays: [] as string[] };

type Office = Pick<Practice, 'zone' | 'hours' | 'holidays'>;

/** The rule told again with Temporal: walks the days of a real calendar in the practice's zone. */
function oracle(sentAt: string, { zone, hours, holidays }: Office, businessDays: number): string | undefined {
  const sent = Temporal.Instant.from(sentAt);
  let day = sent.toZonedDateTimeISO(zone).toPlainDate();
  for (let tried = 0, counted = 0; tried < 400; tried++, day = day.add({ days: 1 })) {
    const stretches = hours.filter((stretch) => stretch.day === day.dayOfWeek);
    if (stretches.length === 0 || holidays.includes(day.toString())) continue;
    const at = (time: string) =>
      (time === '24:00' ? day.add({ days: 1 }).toPlainDateTime('00:00') : day.toPlainDateTime(time))
        .toZonedDateTime(zone, { disambiguation: 'compatible' })
        .toInstant();
    const opening = stretches.map(({ opens }) => at(opens)).sort(Temporal.Instant.compare)[0]!;
    if (Temporal.Instant.compare(opening, sent) <= 0) continue;
    if (++counted < businessDays) continue;
    return stretches.map(({ closes }) => at(closes)).sort(Temporal.Instant.compare).at(-1)!.toString();
  }
  return undefined;
}

const same = (mine: string | undefined, theirs: string | undefined) =>
  assert.equal(mine && Date.parse(mine), theirs && Date.parse(theirs));

describe('the due date of a promise', () => {
  it('is Tuesday 17:00 for two business days, sent on Saturday at 2 in the night', () => {
    const due = dueDate('2026-11-21T10:00:00Z', office, { businessDays: 2 });
    assert.equal(due, '2026-11-25T01:00:00.000Z'); // Tuesday, November 24, 17:00 in Los Angeles
  });

  it('counts a day only when it opens after the sending', () => {
    same(dueDate('2026-11-23T16:59:59Z', office, { businessDays: 1 }), '2026-11-24T01:00:00Z'); // 8:59 on Monday
    same(dueDate('2026-11-23T17:00:00Z', office, { businessDays: 1 }), '2026-11-25T01:00:00Z'); // 9:00 sharp
  });

  it('skips holidays', () => {
    const closed = { ...office, holidays: ['2026-11-26', '2026-11-27'] };
    same(dueDate('2026-11-25T18:00:00Z', closed, { businessDays: 1 }), '2026-12-01T01:00:00Z');
  });

  it('takes the last closing of a day with a lunch break', () => {
    const split = { ...office, hours: [...weekdays.map((h) => ({ ...h, closes: '12:00' })), ...weekdays.map((h) => ({ ...h, opens: '14:00', closes: '18:00' }))] };
    same(dueDate('2026-11-23T20:30:00Z', split, { businessDays: 1 }), '2026-11-25T02:00:00Z');
  });

  it('promises nothing for a practice that states no hours', () => {
    assert.equal(dueDate('2026-11-23T17:00:00Z', { ...office, hours: [] }, { businessDays: 1 }), undefined);
  });

  it('keeps the wall clock through both changes of daylight saving', () => {
    same(dueDate('2026-03-06T20:00:00Z', office, { businessDays: 1 }), '2026-03-10T00:00:00Z'); // 17:00 PDT
    same(dueDate('2026-10-30T20:00:00Z', office, { businessDays: 1 }), '2026-11-03T01:00:00Z'); // 17:00 PST
  });

  it('agrees with a calendar library in every zone, week and set of hours', () => {
    const zones = ['America/Los_Angeles', 'America/New_York', 'Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia', 'America/St_Johns', 'Africa/Cairo'];
    const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 45)).map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
    const stretch = fc.record({ day: fc.integer({ min: 1, max: 7 }), opens: time, closes: fc.oneof(time, fc.constant('24:00')) });
    // The weeks in which clocks change, in both halves of the world, and a leap day.
    const moment = fc.oneof(
      fc.constantFrom('2026-03-08', '2026-11-01', '2026-03-29', '2026-10-25', '2026-04-05', '2026-10-04', '2028-02-29', '2026-04-24').chain((day) =>
        fc.integer({ min: -4 * 86_400, max: 4 * 86_400 }).map((seconds) => Date.parse(day) + seconds * 1000)),
      fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2030-01-01') }),
    );
    fc.assert(
      fc.property(
        moment,
        fc.constantFrom(...zones),
        fc.array(stretch, { minLength: 1, maxLength: 8 }),
        fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 3 }),
        fc.integer({ min: 1, max: 5 }),
        (millis, zone, hours, offsets, businessDays) => {
          const sentAt = new Date(millis).toISOString();
          const holidays = offsets.map((days) => new Date(millis + days * 86_400_000).toISOString().slice(0, 10));
          same(dueDate(sentAt, { zone, hours, holidays }, { businessDays }), oracle(sentAt, { zone, hours, holidays }, businessDays));
        },
      ),
      { numRuns: 1500 },
    );
  });
});
