import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { clashesOf } from '../../src/model/clash.js';
import type { Appointment } from '../../src/model/appointment.js';
import { inZone, momentsIn, ZONES } from '../support/zones.js';

const MINUTE = 60_000;

/** An instant as a backend in some zone writes it, with its own offset. */
const written = (moment: number, zone: string): string =>
  inZone(moment, zone).toString({ timeZoneName: 'never', smallestUnit: 'second' });

const visit = (parts: Partial<Appointment>): Appointment => ({ status: 'booked', id: 'a', ...parts }) as Appointment;

describe('visits that clash', () => {
  it('I09 F27 are found by the instant, whatever zone each is written in, as Temporal compares them', () => {
    const zone = fc.constantFrom(...ZONES);
    const length = fc.integer({ min: 0, max: 180 });
    const both = zone.chain((one) => fc.tuple(fc.constant(one), zone, momentsIn(one), length, length));
    fc.assert(
      fc.property(both, fc.integer({ min: -400, max: 400 }), ([mine, theirs, moment, long, short], apart) => {
        const [from, to] = [moment, moment + long * MINUTE];
        const [begins, stops] = [moment + apart * MINUTE, moment + (apart + short) * MINUTE];
        const slot = { starts: written(from, mine), ends: written(to, mine) };
        const appointment = visit({ starts: written(begins, theirs), ends: written(stops, theirs) });

        const instant = (text: string) => Temporal.Instant.from(text);
        const between = (one: string, other: string) => instant(one).until(instant(other)).total('milliseconds');
        const overlaps = between(appointment.starts!, slot.ends) > 0 && between(slot.starts, appointment.ends!) > 0;
        const gap = Math.max(0, between(slot.ends, appointment.starts!), between(appointment.ends!, slot.starts));
        const expected = overlaps || gap <= 120 * MINUTE ? [{ appointment, overlaps, gap }] : [];
        assert.deepEqual(clashesOf(slot, [appointment]), expected);
      }),
      { numRuns: 2000 },
    );
  });

  const slot = { starts: '2026-12-01T10:00:00Z', ends: '2026-12-01T10:30:00Z' };

  it('are booked ones, the nearest first, without the one that is moved', () => {
    const near = visit({
      id: 'near' as Appointment['id'],
      starts: '2026-12-01T11:00:00Z',
      ends: '2026-12-01T11:20:00Z',
    });
    const at = visit({ id: 'at' as Appointment['id'], starts: '2026-12-01T10:15:00Z' });
    const gone = visit({ ...at, id: 'gone' as Appointment['id'], status: 'cancelled' });
    const asked = visit({ id: 'asked' as Appointment['id'], status: 'requested', starts: undefined });
    const ids = (moves?: string) =>
      clashesOf(slot, [near, at, gone, asked], moves as Appointment['id']).map(({ appointment }) => appointment.id);
    assert.deepEqual(ids(), ['at', 'near']);
    assert.deepEqual(ids('at'), ['near']);
  });

  it('do not overlap when one ends as the other begins', () => {
    const next = visit({ starts: slot.ends, ends: '2026-12-01T11:00:00Z' });
    assert.deepEqual(clashesOf(slot, [next]), [{ appointment: next, overlaps: false, gap: 0 }]);
  });
});
