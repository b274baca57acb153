import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { calendarFile, type CalendarVisit } from '../../src/elements/shared/calendar-file.js';

const NOW = Date.parse('2026-11-23T22:34:00Z');
const ZONES = [
  ...['UTC', 'America/New_York', 'Australia/Sydney', 'America/Los_Angeles', 'Australia/Lord_Howe', 'Asia/Kathmandu'],
  ...['Africa/Casablanca', 'Europe/Dublin', 'America/St_Johns', 'Pacific/Apia', 'Asia/Kolkata'],
];

const visit: CalendarVisit = {
  id: 'carethread-alder-street-1',
  starts: '2026-12-08T17:20:00Z',
  ends: '2026-12-08T17:35:00Z',
  zone: 'America/Los_Angeles',
  title: 'Visit at Alder Street Family Practice',
  location: 'Alder Street Family Practice, 214 Alder Street, Seattle, WA 98101',
};

/** A file as another program reads it. */
function read(file: string): ICAL.Event {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  return new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
}

const file = (change: Partial<CalendarVisit> = {}): string => calendarFile({ ...visit, ...change }, NOW);
const seconds = (time: ICAL.Time): number => time.toUnixTime();

describe('the calendar file', () => {
  it('says when, where and at which practice, and nothing of what the visit is for', () => {
    const event = read(file());
    assert.equal(event.uid, visit.id);
    assert.equal(event.summary, visit.title);
    assert.equal(event.location, visit.location);
    assert.equal(seconds(event.startDate), Date.parse(visit.starts) / 1000);
    assert.equal(seconds(event.endDate), Date.parse(visit.ends!) / 1000);
    assert.equal(event.startDate.zone?.tzid, 'America/Los_Angeles');
    assert.equal(event.startDate.hour, 9);
    assert.match(file(), /^DTSTAMP:20261123T223400Z\r$/m);
    assert.match(file(), /^CLASS:PRIVATE\r$/m);
    assert.doesNotMatch(file(), /DESCRIPTION|URL|ATTENDEE|ORGANIZER/);
  });

  it('keeps its name, so that a calendar that has the visit changes it', () => {
    assert.equal(read(file({ starts: '2026-12-09T17:20:00Z', ends: undefined })).uid, read(file()).uid);
  });

  it('ends each line as RFC 5545 has it, and makes none longer than 75 octets', () => {
    const long = file({ title: `Visit at ${'Ärztehaus 診療所 👩🏽‍⚕️ '.repeat(20)}` });
    assert.equal(long.replaceAll('\r\n', '').search(/[\r\n]/), -1);
    for (const line of long.split('\r\n')) assert.ok(new TextEncoder().encode(line).length <= 75);
    assert.ok(long.endsWith('END:VCALENDAR\r\n'));
  });

  it('I09 leaves no doubt which half past one it is on a day that has two', () => {
    const zone = 'America/New_York';
    const first = file({ zone, starts: '2026-11-01T05:30:00Z', ends: '2026-11-01T05:45:00Z' });
    const second = file({ zone, starts: '2026-11-01T06:30:00Z', ends: '2026-11-01T06:45:00Z' });
    assert.match(first, /^DTSTART:20261101T053000Z\r$/m);
    assert.match(second, /^DTSTART:20261101T063000Z\r$/m);
  });

  it('I09 takes a visit through a change of clocks', () => {
    for (const [zone, starts, ends] of [
      ['America/New_York', '2026-03-08T06:45:00Z', '2026-03-08T07:15:00Z'],
      ['Australia/Lord_Howe', '2026-10-03T15:15:00Z', '2026-10-03T15:45:00Z'],
    ] as const) {
      const event = read(file({ zone, starts, ends }));
      assert.equal(seconds(event.startDate), Date.parse(starts) / 1000, zone);
      assert.equal(seconds(event.endDate), Date.parse(ends) / 1000, zone);
    }
  });

  it('I09 says times in UTC for a zone that nobody here knows, and lets none end a line', () => {
    const odd = file({ zone: 'Mars/Olympus\r\nATTACH:https://example.com' });
    assert.match(odd, /^DTSTART:20261208T172000Z\r$/m);
    assert.doesNotMatch(odd, /ATTACH|VTIMEZONE/);
  });

  it('I09 means the same moment to another program, in any zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2032, 0) }),
        fc.integer({ min: 1, max: 480 }),
        (zone, at, minutes) => {
          const start = Math.floor(at / 60_000) * 60_000;
          const [starts, ends] = [start, start + minutes * 60_000].map((time) => new Date(time).toISOString());
          const event = read(file({ zone, starts: starts!, ends }));
          assert.equal(seconds(event.startDate), start / 1000);
          assert.equal(seconds(event.endDate), start / 1000 + minutes * 60);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('I09 hits the minutes around each change of clocks', () => {
    for (const zone of ZONES) {
      const days = Array.from({ length: 546 }, (_, day) => Date.UTC(2026, 0, day + 1));
      const changed = days.filter((day) => shift(zone, day) !== shift(zone, day + 86_400_000));
      for (const at of changed.flatMap((day) => Array.from({ length: 56 }, (_, half) => day + (half - 4) * 1_800_000))) {
        const starts = new Date(at).toISOString();
        assert.equal(seconds(read(file({ zone, starts, ends: undefined })).startDate), at / 1000, `${zone} ${starts}`);
      }
    }
  });

  it('I02 brings any text through whole, and lets none be anything but text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom('', ';', ',', '\\', '\\n', '\r\nX:', '\n'), (words, odd) => {
        const title = `v${words}${odd}${words}`;
        const event = read(file({ title, location: title }));
        const expected = title.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0b-\x1f\x7f]/g, '');
        assert.equal(event.summary, expected);
        assert.equal(event.location, expected);
      }),
      { numRuns: 2000 },
    );
  });
});

/** How far a zone is from UTC, by the browser's own words for it. */
function shift(zone: string, at: number): string {
  return new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')!.value;
}
