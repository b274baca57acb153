import { offsetAt } from '../../model/clock-change.js';
import { wallMillis } from '../../model/zoned-time.js';

/** How far apart two looks at a zone's clock are: no zone has changed it twice within a week. Milliseconds. */
const STEP = 7 * 86_400_000;

/** How far is looked for a change of clocks: more than a year, so that a zone that has them is seen to. */
const STEPS = 60;

/** A change of clocks, and how far they were and are from UTC. Milliseconds. */
interface Onset {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What calendars need to know of a zone to place a time in it: the change of clocks before, and those up to a year after. */
export function calendarZone(zone: string, at: number): readonly string[] {
  const before = onset(zone, at, -STEP);
  const after = onset(zone, at, STEP);
  // Where none is found, the zone is what it has always been.
  const offset = offsetAt(at, zone);
  const first = before ?? { at: -offset, from: offset, to: offset };
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observance(first), ...(after ? observance(after) : []), 'END:VTIMEZONE'];
}

/** A wall clock as calendars write it: `20261208T092000`. */
export function calendarClock(epochMillis: number, zone: string): string {
  return new Date(wallMillis(epochMillis, zone)).toISOString().slice(0, 19).replace(/[-:]/g, '');
}

/** The nearest change of clocks in one direction. */
function onset(zone: string, at: number, step: number): Onset | undefined {
  const offset = offsetAt(at, zone);
  for (let count = 1; count <= STEPS; count++) {
    const there = at + count * step;
    if (offsetAt(there, zone) === offset) continue;
    let [early, late] = step < 0 ? [there, there - step] : [there - step, there];
    const from = offsetAt(early, zone);
    while (late - early > 1000) {
      const middle = Math.floor((early + late) / 2000) * 1000;
      if (offsetAt(middle, zone) === from) early = middle;
      else late = middle;
    }
    return { at: late, from, to: offsetAt(late, zone) };
  }
  return undefined;
}

function observance({ at, from, to }: Onset): readonly string[] {
  const name = to > from ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${name}`,
    // By the clock as it went until then.
    `DTSTART:${new Date(at + from).toISOString().slice(0, 19).replace(/[-:]/g, '')}`,
    `TZOFFSETFROM:${offsetWords(from)}`,
    `TZOFFSETTO:${offsetWords(to)}`,
    `END:${name}`,
  ];
}

/** `+0545`, `-0800`. */
function offsetWords(offset: number): string {
  const seconds = Math.abs(offset) / 1000;
  const digits = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0'));
  return `${offset < 0 ? '-' : '+'}${digits.join('').replace(/00$/, '')}`;
}
