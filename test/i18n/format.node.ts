import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayOf, formatDay, formatDue, formatList, formatMoment, formatTime, formatTimeWindow, formatWhen } from '../../src/i18n/format.js';

const zone = 'America/Los_Angeles';
const options = { lang: 'en-US', zone };
/** Plain spaces in the tests; on the page a time is never parted at the end of a line. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const due = (at: string, now: string): string => plain(formatDue(at, Date.parse(now), options));
const when = (at: string, now: string): string => plain(formatWhen(at, Date.parse(now), options));

describe('times and days', () => {
  it('says a time as people do, and keeps it on one line', () => {
    assert.equal(formatTime('2026-11-23T16:12:00Z', options), '8:12\u00a0am');
    assert.equal(formatTime('2026-11-24T01:00:00Z', options), '5\u00a0pm');
    assert.equal(formatTime('2026-11-24T01:00:00Z', { lang: 'de', zone }), '17 Uhr');
    assert.equal(formatTime('2026-11-24T01:05:00Z', { lang: 'de', zone }), '17:05');
  });

  it('keeps the minutes of a zone that is half an hour off', () => {
    assert.equal(plain(formatTime('2026-11-23T12:30:00Z', { lang: 'en', zone: 'Asia/Kolkata' })), '6 pm');
    assert.equal(plain(formatTime('2026-11-23T12:00:00Z', { lang: 'en', zone: 'Asia/Kathmandu' })), '5:45 pm');
  });

  it('heads a day with its name, and with the year only where it is another', () => {
    assert.equal(formatDay('2026-11-23T20:00:00Z', options), 'Monday, November 23');
    assert.equal(formatDay('2025-11-23T20:00:00Z', options, '2026-11-23T20:00:00Z'), 'Sunday, November 23, 2025');
    // Still the old year in the west, already the new one in London.
    assert.equal(formatDay('2027-01-01T02:00:00Z', options, '2026-12-31T20:00:00Z'), 'Thursday, December 31');
  });

  it('counts days where the practice is, not where the computer is', () => {
    assert.equal(dayOf('2026-11-24T07:59:00Z', options), dayOf('2026-11-23T08:00:00Z', options));
    assert.equal(dayOf('2026-11-24T08:00:00Z', options), dayOf('2026-11-24T07:59:00Z', options) + 1);
  });

  it('is as short in a list as can be: time, weekday, date, and the year where it is another', () => {
    const now = '2026-11-23T20:00:00Z';
    assert.equal(when('2026-11-23T17:40:00Z', now), '9:40 am');
    assert.equal(when('2026-11-22T17:40:00Z', now), 'Sunday');
    assert.equal(when('2026-11-17T17:40:00Z', now), 'Tuesday');
    assert.equal(when('2026-11-16T17:40:00Z', now), 'Nov 16');
    assert.equal(when('2025-11-17T17:40:00Z', now), 'Nov 17, 2025');
  });

  it('F15 says the date of what seems to lie ahead, and no negative distance', () => {
    assert.equal(when('2026-11-24T17:40:00Z', '2026-11-23T20:00:00Z'), 'Nov 24');
  });

  it('promises a weekday and a time within the week, and a date beyond it', () => {
    assert.equal(due('2026-11-25T01:00:00Z', '2026-11-23T20:00:00Z'), 'Tuesday, 5 pm');
    assert.equal(due('2026-11-30T01:00:00Z', '2026-11-23T20:00:00Z'), 'Sunday, 5 pm');
    assert.equal(due('2026-12-01T01:00:00Z', '2026-11-23T20:00:00Z'), 'Monday, November 30, 5 pm');
    assert.equal(due('2027-01-05T01:00:00Z', '2026-12-20T20:00:00Z'), 'Monday, January 4, 2027, 5 pm');
  });

  it('says the date of a promise that has passed, even earlier today', () => {
    assert.equal(due('2026-11-20T01:00:00Z', '2026-11-23T20:00:00Z'), 'Thursday, November 19, 5 pm');
    assert.equal(due('2026-11-23T19:30:00Z', '2026-11-23T20:00:00Z'), 'Monday, November 23, 11:30 am');
  });

  it('stands the two nights of the year when clocks change', () => {
    assert.equal(due('2026-03-09T00:00:00Z', '2026-03-07T20:00:00Z'), 'Sunday, 5 pm');
    assert.equal(due('2026-11-02T01:00:00Z', '2026-10-31T20:00:00Z'), 'Sunday, 5 pm');
  });

  it('I09 falls back to the reader’s zone for one nobody knows, and says nothing for what is no moment', () => {
    const own = formatTime('2026-11-23T16:12:00Z', { lang: 'en' });
    assert.equal(formatTime('2026-11-23T16:12:00Z', { lang: 'en', zone: 'Mars/Olympus' }), own);
    assert.equal(formatTime('no time', options), '');
    assert.equal(formatDay('', options), '');
    assert.equal(formatDue('2026-13-45T99:00:00Z', 0, options), '');
    assert.equal(formatWhen('no time', 0, options), '');
  });

  it('says a moment on paper in full, and names the zone for a reader who lives by another', () => {
    const at = '2026-11-23T17:40:00Z';
    const own = plain(formatMoment(at, { lang: 'en-US' }));
    assert.match(own, /^November 2[34], 2026 at \d+:\d\d [ap]m$/);
    const elsewhere = plain(formatMoment(at, { lang: 'en-US', zone: 'Asia/Kolkata' }));
    assert.equal(elsewhere, 'November 23, 2026 at 11:10 pm GMT+5:30');
    const reader = Intl.DateTimeFormat().resolvedOptions().timeZone;
    assert.equal(plain(formatMoment(at, { lang: 'en-US', zone: reader })), own);
    assert.equal(formatMoment('no time', options), '');
  });

  it('says a stretch of a day as people do, in their language', () => {
    const said = (window: string, lang = 'en-US') => plain(formatTimeWindow(window, { lang }));
    assert.equal(said('12:00-13:00'), '12–1 pm');
    assert.equal(said('09:00-11:30'), '9:00–11:30 am');
    assert.equal(said('20:00-24:00'), '8 pm–12 am');
    assert.equal(said('12:00-13:00', 'de'), '12–13 Uhr');
    assert.equal(said('12:00-13:00', 'ja'), '12時～13時');
  });

  it('I09 says a stretch that is none as it stands', () => {
    for (const wrong of ['', 'noon', '13:00-12:00', '12:00', '25:00-26:00']) {
      assert.equal(formatTimeWindow(wrong, { lang: 'en' }), wrong);
    }
  });

  it('lists names as people say them', () => {
    assert.equal(formatList(['Ana'], 'en'), 'Ana');
    assert.equal(formatList(['Ana', 'Dr. Lee'], 'en'), 'Ana and Dr. Lee');
    assert.equal(formatList(['Ana', 'June', 'Dr. Lee'], 'en-US'), 'Ana, June and Dr. Lee');
    assert.equal(formatList(['Ana', 'Bo, and Co', 'Dr. Lee'], 'en-US'), 'Ana, Bo, and Co and Dr. Lee');
    assert.equal(formatList(['Ana', 'June', 'Dr. Lee'], 'es'), 'Ana, June y Dr. Lee');
  });
});
