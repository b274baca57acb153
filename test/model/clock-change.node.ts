import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { clockChangeOn, type ClockChange, offsetAt, repeatAt } from '../../src/model/clock-change.js';
import { changesIn, inZone, momentsIn, ZONES } from '../support/zones.js';

/** The same, told by Temporal: the first change from the beginning of a day on, if it is before the next day begins. */
function oracle(day: string, zone: string): ClockChange | undefined {
  const date = Temporal.PlainDate.from(day);
  const before = date.toZonedDateTime(zone).subtract({ seconds: 1 });
  const change = before.getTimeZoneTransition('next');
  const end = date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  if (!change || change.epochMilliseconds >= end) return undefined;
  const by = (change.offsetNanoseconds - before.offsetNanoseconds) / 1e6;
  return { at: change.epochMilliseconds, by };
}

describe('a change of clocks', () => {
  for (const zone of ZONES) {
    it(`I09 F27 says in ${zone} which of two equal times is meant, and how far it is from UTC`, () => {
      fc.assert(
        fc.property(momentsIn(zone), (moment) => {
          const told = inZone(moment, zone);
          assert.equal(offsetAt(moment, zone), told.offsetNanoseconds / 1e6);
          const [earlier, later] = (['earlier', 'later'] as const).map(
            (disambiguation) => told.toPlainDateTime().toZonedDateTime(zone, { disambiguation }).epochMilliseconds,
          );
          const expected = earlier === later ? undefined : moment === earlier ? 'first' : 'second';
          assert.equal(repeatAt(moment, zone), expected);
        }),
        { numRuns: 1500 },
      );
    });

    it(`I09 finds every change in ${zone} on its day, to the second, and none on others`, () => {
      const changes = changesIn(zone);
      const days = changes.flatMap((at) => [-1, 0, 1].map((days) => inZone(at, zone).add({ days }).toPlainDate()));
      const others = fc.sample(momentsIn(zone), 100).map((moment) => inZone(moment, zone).toPlainDate());
      for (const day of new Set([...days, ...others].map(String))) {
        assert.deepEqual(clockChangeOn(day, zone), oracle(day, zone), day);
      }
    });
  }

  it('I09 F27 is half past one twice in New York, and half an hour on Lord Howe', () => {
    assert.equal(repeatAt(Date.parse('2026-11-01T05:30:00Z'), 'America/New_York'), 'first');
    assert.equal(repeatAt(Date.parse('2026-11-01T06:30:00Z'), 'America/New_York'), 'second');
    assert.equal(repeatAt(Date.parse('2026-11-01T07:30:00Z'), 'America/New_York'), undefined);
    const spring = { at: Date.parse('2026-10-03T15:30:00Z'), by: 1_800_000 };
    assert.deepEqual(clockChangeOn('2026-10-04', 'Australia/Lord_Howe'), spring);
    assert.equal(clockChangeOn('2026-10-05', 'Australia/Lord_Howe'), undefined);
  });
});
