import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addMonths, firstWeekdayOf, lastDayOf, weeksOf } from '../../src/elements/appointment-picker/month-grid.js';
import { movedBy } from '../../src/elements/appointment-picker/more/month-keys.js';

const press = (key: string, day: string, { shiftKey = false, isRtl = false, firstWeekday = 7 } = {}) =>
  movedBy({ key, shiftKey }, day, { firstWeekday, isRtl });

void describe('a month as a grid', () => {
  void it('has each of its days once, under the right weekday, wherever weeks begin', () => {
    for (const first of [1, 6, 7]) {
      for (let month = '2026-01'; month < '2029-01'; month = addMonths(month, 1)) {
        const weeks = weeksOf(month, first);
        const days = weeks.flat().filter((day) => day !== undefined);
        assert.deepEqual([days[0], days.at(-1), new Set(days).size], [`${month}-01`, lastDayOf(month), days.length]);
        for (const week of weeks) {
          week.forEach((day, place) => {
            if (day) assert.equal(new Date(`${day}T00:00:00Z`).getUTCDay(), (first + place) % 7);
          });
        }
      }
    }
    assert.equal(lastDayOf('2028-02'), '2028-02-29');
  });

  void it('begins weeks as the language’s country does', () => {
    assert.equal(firstWeekdayOf('en-US'), 7);
    assert.equal(firstWeekdayOf('de-DE'), 1);
  });

  void it('is gone through by keys', () => {
    assert.equal(press('ArrowRight', '2026-11-30'), '2026-12-01');
    assert.equal(press('ArrowRight', '2026-11-30', { isRtl: true }), '2026-11-29');
    assert.equal(press('ArrowDown', '2026-12-28'), '2027-01-04');
    assert.equal(press('Home', '2026-12-09'), '2026-12-06');
    assert.equal(press('Home', '2026-12-09', { firstWeekday: 1 }), '2026-12-07');
    assert.equal(press('End', '2026-12-09'), '2026-12-12');
    assert.equal(press('PageDown', '2027-01-31'), '2027-02-28');
    assert.equal(press('PageUp', '2026-12-09', { shiftKey: true }), '2025-12-09');
    assert.equal(press('Enter', '2026-12-09'), undefined);
  });
});
