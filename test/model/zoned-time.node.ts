import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dayIn, instantAt, nextDay, weekdayOf } from '../../src/model/zoned-time.js';
import { inZone, momentsIn, wallOf, ZONES } from '../support/zones.js';

const ROUND_TRIPS = 3000;

describe('a time by the clock of a zone', () => {
  for (const zone of ZONES) {
    it(`I09 F27 goes to its day and time in ${zone} and comes back, ${ROUND_TRIPS} times`, () => {
      fc.assert(
        fc.property(momentsIn(zone), (moment) => {
          const told = inZone(moment, zone);
          const [day, time] = wallOf(told.toPlainDateTime());
          assert.equal(dayIn(zone, moment), day);
          // Of a time that is shown twice the first is meant.
          const first = told.toPlainDateTime().toZonedDateTime(zone, { disambiguation: 'earlier' });
          assert.equal(instantAt(day, time, zone), first.epochMilliseconds);
          if (first.epochMilliseconds === moment) assert.equal(instantAt(day, time, zone), moment);
        }),
        { numRuns: ROUND_TRIPS },
      );
    });

    it(`I09 reads any wall clock in ${zone}, also what it never showed, as Temporal does`, () => {
      fc.assert(
        fc.property(momentsIn(zone), fc.integer({ min: -1500, max: 1500 }), (moment, minutes) => {
          const wall = inZone(moment, zone).toPlainDateTime().add({ minutes });
          const { epochMilliseconds } = wall.toZonedDateTime(zone, { disambiguation: 'compatible' });
          assert.equal(instantAt(...wallOf(wall), zone), epochMilliseconds);
        }),
        { numRuns: ROUND_TRIPS / 3 },
      );
    });
  }

  it('I09 moves a time that was skipped on by the gap, and takes the first of two', () => {
    const at = (day: string, time: string, zone: string) => new Date(instantAt(day, time, zone)).toISOString();
    assert.equal(at('2026-03-08', '02:30', 'America/New_York'), '2026-03-08T07:30:00.000Z');
    assert.equal(at('2026-11-01', '01:30', 'America/New_York'), '2026-11-01T05:30:00.000Z');
    assert.equal(at('2026-10-04', '02:15', 'Australia/Lord_Howe'), '2026-10-03T15:45:00.000Z');
    assert.equal(at('2011-12-30', '12:00', 'Pacific/Apia'), '2011-12-30T22:00:00.000Z');
    assert.equal(at('2026-11-23', '09:00', 'Asia/Kathmandu'), '2026-11-23T03:15:00.000Z');
  });

  it('knows the day after, and the day of the week', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300_000, max: 300_000 }), (days) => {
        const day = Temporal.PlainDate.from('1970-01-01').add({ days });
        assert.equal(nextDay(day.toString()), day.add({ days: 1 }).toString());
        assert.equal(weekdayOf(day.toString()), day.dayOfWeek);
      }),
      { numRuns: 1000 },
    );
  });
});
