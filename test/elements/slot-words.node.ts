import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clockWords, dayWords, ownTimeWords, slotWords, spanWords, timeWords, zoneOf, zoneWords } from '../../src/elements/shared/slot-words.js';
import { visitTimes as words } from '../../src/i18n/en/visit-times.js';

const times = (zone: string) => ({ lang: 'en', words, zone, now: Date.parse('2026-11-23T20:00:00Z') });
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

void describe('how the time of a visit is said', () => {
  void it('says it by the practice’s clock, whatever clock the reader has', () => {
    assert.equal(plain(slotWords('2026-12-08T17:20:00Z', times('America/Los_Angeles'))), 'Tuesday, December 8, 9:20 am');
    assert.equal(plain(spanWords('2026-12-08T17:20:00Z', '2026-12-08T17:35:00Z', times('America/Los_Angeles'))), '9:20 am to 9:35 am');
    assert.equal(zoneWords('2026-12-08T17:20:00Z', times('America/Los_Angeles')), 'Times are in Pacific Time, where the practice is.');
    assert.equal(dayWords('2027-01-08', times('America/Los_Angeles')), 'Friday, January 8, 2027');
  });

  void it('says the reader’s own time only where their clock shows another', () => {
    const here = zoneOf(undefined);
    assert.equal(ownTimeWords('2026-12-08T17:20:00Z', times(here)), undefined);
    const elsewhere = here === 'Asia/Kathmandu' ? 'UTC' : 'Asia/Kathmandu';
    assert.match(plain(ownTimeWords('2026-12-08T17:20:00Z', times(elsewhere)))!, /^Where you are now \(.+\), .+ is .+\.$/);
  });

  void it('I09 tells the first of two equal times from the second, and none from any other', () => {
    const at = (instant: string, zone: string) => plain(timeWords(instant, times(zone)));
    assert.equal(at('2026-11-01T05:30:00Z', 'America/New_York'), 'the first 1:30 am');
    assert.equal(at('2026-11-01T06:30:00Z', 'America/New_York'), 'the second 1:30 am');
    assert.equal(at('2026-11-01T07:30:00Z', 'America/New_York'), '2:30 am');
    assert.equal(at('2027-04-03T14:45:00Z', 'Australia/Lord_Howe'), 'the first 1:45 am');
  });

  void it('I09 says that clocks are changed on a day, by an hour or by half of one', () => {
    const on = (day: string, zone: string) => plain(clockWords(day, times(zone)));
    assert.match(on('2026-03-08', 'America/New_York')!, /^Clocks go forward this day, from 2 am to 3 am\.$/);
    assert.match(on('2026-11-01', 'America/New_York')!, /^Clocks go back this day, from 2 am to 1 am\./);
    assert.match(on('2027-04-04', 'Australia/Lord_Howe')!, /from 2 am to 1:30 am\./);
    assert.equal(on('2026-11-02', 'America/New_York'), undefined);
  });

  void it('takes the reader’s own zone for one that nobody knows', () => {
    assert.equal(zoneOf('Nowhere/AtAll'), zoneOf(undefined));
    assert.equal(zoneOf('America/Los_Angeles'), 'America/Los_Angeles');
  });
});
