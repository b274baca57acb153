import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { messagingAt, type OpeningHours, type Practice, TimeWindow } from '../../src/model/index.js';

type Office = Pick<Practice, 'zone' | 'hours' | 'holidays' | 'messaging'>;

const weekdays: OpeningHours[] = [1, 2, 3, 4, 5].map((day) => ({ day, opens: '09:00', closes: '17:00' }));
const office: Office = { zone: 'America/Los_Angeles', hours: weekdays, holidays: [] };
const refusing: Office = { ...office, messaging: { state: 'open', outsideHours: 'refused' } };

const at = (practice: Office, now: string) => messagingAt(practice, Date.parse(now));
const same = (mine: string | undefined, theirs: string) => assert.equal(Date.parse(mine!), Date.parse(theirs));

/** The stretches of a real calendar around a moment, told with Temporal. */
function isStaffed({ zone, hours, holidays }: Office, now: string): boolean {
  const moment = Temporal.Instant.from(now);
  const today = moment.toZonedDateTimeISO(zone).toPlainDate();
  return [-1, 0].some((days) => {
    const day = today.add({ days });
    if (holidays.includes(day.toString())) return false;
    const clock = (time: string) =>
      (time === '24:00' ? day.add({ days: 1 }).toPlainDateTime('00:00') : day.toPlainDateTime(time))
        .toZonedDateTime(zone, { disambiguation: 'compatible' })
        .toInstant();
    return hours.some(
      ({ day: weekday, opens, closes }) =>
        weekday === day.dayOfWeek &&
        Temporal.Instant.compare(clock(opens), moment) <= 0 &&
        Temporal.Instant.compare(moment, clock(closes)) < 0,
    );
  });
}

describe('whether a practice takes messages', () => {
  it('is always, for one that says nothing of it, and somebody is there while it is open', () => {
    assert.deepEqual(at(office, '2026-11-23T18:00:00Z'), { state: 'open', isStaffed: true, opensAt: undefined });
    const night = at(office, '2026-11-24T05:00:00Z'); // Monday, 21:00
    assert.deepEqual([night.state, night.isStaffed], ['open', false]);
    same(night.opensAt, '2026-11-24T17:00:00Z');
  });

  it('is from its first minute until its last has gone', () => {
    assert.equal(at(refusing, '2026-11-23T16:59:59Z').state, 'refused');
    assert.equal(at(refusing, '2026-11-23T17:00:00Z').state, 'open');
    assert.equal(at(refusing, '2026-11-24T00:59:59Z').state, 'open');
    assert.equal(at(refusing, '2026-11-24T01:00:00Z').state, 'refused');
  });

  it('is not over lunch, where there are two stretches a day', () => {
    const split = { ...refusing, hours: [...weekdays.map((day) => ({ ...day, closes: '12:00' })), ...weekdays.map((day) => ({ ...day, opens: '14:00' }))] };
    const noon = at(split, '2026-11-23T20:30:00Z');
    assert.equal(noon.state, 'refused');
    same(noon.opensAt, '2026-11-23T22:00:00Z');
  });

  it('passes weekends and holidays on the way to the next opening', () => {
    const thanksgiving = { ...refusing, holidays: ['2026-11-26', '2026-11-27'] };
    same(at(thanksgiving, '2026-11-26T18:00:00Z').opensAt, '2026-11-30T17:00:00Z');
  });

  it('opens by the wall clock of its own zone, on the days when clocks change too', () => {
    same(at(refusing, '2026-03-08T00:00:00Z').opensAt, '2026-03-09T16:00:00Z');
    same(at(refusing, '2026-11-01T00:00:00Z').opensAt, '2026-11-02T17:00:00Z');
    const berlin = { ...refusing, zone: 'Europe/Berlin' };
    same(at(berlin, '2026-03-28T12:00:00Z').opensAt, '2026-03-30T07:00:00Z');
    const adelaide = { ...refusing, zone: 'Australia/Adelaide' };
    same(at(adelaide, '2026-10-03T12:00:00Z').opensAt, '2026-10-04T22:30:00Z');
  });

  it('I09 does not open in an hour that the change of clocks skips', () => {
    const night = { ...refusing, hours: [{ day: 7, opens: '02:00', closes: '03:00' }], holidays: [] };
    same(at(night, '2026-03-08T00:00:00Z').opensAt, '2026-03-15T09:00:00Z');
  });

  it('is through the night at one that never closes', () => {
    const always = { ...refusing, hours: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '00:00', closes: '24:00' })) };
    for (const now of ['2026-11-24T07:59:59Z', '2026-11-24T08:00:00Z', '2026-03-08T10:00:00Z', '2026-11-01T09:00:00Z']) {
      assert.equal(at(always, now).state, 'open', now);
    }
  });

  it('promises no opening and refuses nobody where no hours are stated', () => {
    const nothing = { isStaffed: undefined, opensAt: undefined };
    assert.deepEqual(at({ ...refusing, hours: [] }, '2026-11-24T05:00:00Z'), { state: 'open', ...nothing });
  });

  it('is not for one that is closed longer than anybody looks ahead, and promises no opening', () => {
    const day = (after: number) => new Date(Date.UTC(2026, 10, 1 + after)).toISOString().slice(0, 10);
    const away = { ...refusing, holidays: Array.from({ length: 80 }, (_, after) => day(after)) };
    const closed = { isStaffed: false, opensAt: undefined };
    assert.deepEqual(at(away, '2026-11-05T18:00:00Z'), { state: 'refused', ...closed });
    assert.deepEqual(at({ ...away, messaging: undefined }, '2026-11-05T18:00:00Z'), { state: 'open', ...closed });
  });

  it('is as the practice says in a zone that nobody here knows, whose hours mean nothing', () => {
    const unknown = { isStaffed: undefined, opensAt: undefined };
    const lost = (messaging: Office['messaging']) => at({ ...refusing, zone: 'Mars/Base', messaging }, '2026-11-23T18:00:00Z');
    const outsideHours = 'refused';
    assert.deepEqual(lost({ state: 'paused', outsideHours }), { state: 'paused', ...unknown });
    assert.deepEqual(lost({ state: 'off', outsideHours }), { state: 'off', ...unknown });
    assert.deepEqual(lost({ state: 'open', outsideHours }), { state: 'open', ...unknown });
  });

  it('ends a pause at its time, and not before', () => {
    const paused: Office = { ...office, messaging: { state: 'paused', until: '2026-11-23T20:00:00Z', outsideHours: 'taken' } };
    const during = at(paused, '2026-11-23T19:59:59Z');
    assert.deepEqual([during.state, during.opensAt], ['paused', '2026-11-23T20:00:00Z']);
    assert.equal(at(paused, '2026-11-23T20:00:00Z').state, 'open');
    const refused: Office = { ...paused, messaging: { ...paused.messaging!, outsideHours: 'refused' } };
    assert.equal(at(refused, '2026-11-24T05:00:00Z').state, 'refused');
  });

  it('stays paused without an end, and is never open where it is off', () => {
    const paused = at({ ...office, messaging: { state: 'paused', outsideHours: 'taken' } }, '2030-01-01T00:00:00Z');
    assert.deepEqual([paused.state, paused.opensAt], ['paused', undefined]);
    const off = at({ ...office, messaging: { state: 'off', outsideHours: 'taken' } }, '2026-11-24T05:00:00Z');
    assert.deepEqual([off.state, off.opensAt], ['off', undefined]);
  });

  it('agrees with a real calendar in three zones, and names an opening that is one', () => {
    const zones = ['America/Los_Angeles', 'Europe/Berlin', 'Australia/Lord_Howe'];
    const clock = fc.integer({ min: 0, max: 48 }).map((half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`);
    const stretch = fc
      .record({ day: fc.integer({ min: 1, max: 7 }), opens: clock, closes: clock })
      .filter(({ opens, closes }) => opens < closes);
    // Around the days when a zone changes its clocks.
    const moment = fc.tuple(
      fc.constantFrom('2026-03-08T00:00:00Z', '2026-03-29T00:00:00Z', '2026-04-04T00:00:00Z', '2026-10-03T00:00:00Z', '2026-11-01T00:00:00Z'),
      fc.integer({ min: -4 * 1440, max: 4 * 1440 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.array(stretch, { minLength: 1, maxLength: 6 }), moment, (zone, hours, [day, minutes]) => {
        const now = new Date(Date.parse(day) + minutes * 60_000).toISOString();
        const practice: Office = { ...refusing, zone, hours, holidays: ['2026-03-09', '2026-10-04'] };
        const found = at(practice, now);
        assert.equal(found.isStaffed, isStaffed(practice, now), now);
        assert.equal(found.state, found.isStaffed ? 'open' : 'refused');
        if (found.opensAt) {
          const opening = Date.parse(found.opensAt);
          assert.ok(opening > Date.parse(now));
          assert.ok(isStaffed(practice, found.opensAt), 'it is open then');
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('a stretch of a day', () => {
  it('is two times of a wall clock, the second after the first', () => {
    for (const right of ['12:00-13:00', '00:00-24:00', '23:59-24:00']) assert.ok(TimeWindow.safeParse(right).success, right);
    const wrong = ['', '12-13', '13:00-12:00', '12:00-12:00', '24:00-24:00', '12:00-24:30', '9:00-10:00', '12:00–13:00', ' 12:00-13:00', '12:00-13:00\n'];
    for (const window of wrong) assert.ok(!TimeWindow.safeParse(window).success, window);
  });
});
