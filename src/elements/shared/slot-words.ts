import type { VisitTimesWords } from '../../i18n/en/visit-times.js';
import { formatDay, formatTime } from '../../i18n/format.js';
import { type ClockChange, clockChangeOn, offsetAt, repeatAt } from '../../model/clock-change.js';
import type { CalendarDay, Instant } from '../../model/instant.js';
import { dayIn, wallMillis } from '../../model/zoned-time.js';

/** How the times of visits are said: in the zone they take place in, whatever zone the reader is in. */
export interface SlotTimes {
  readonly lang: string;
  readonly words: VisitTimesWords;
  /** IANA name, one that is known here: see {@link zoneOf}. */
  readonly zone: string;
  /** Milliseconds since the epoch. Days of another year are said with it. */
  readonly now: number;
}

const zones = new Map<string, string>();

/** The zone of a practice. One that nobody here knows, or none, is the reader's own. */
export function zoneOf(named: string | undefined): string {
  const key = named ?? '';
  let zone = zones.get(key);
  if (zone === undefined) {
    zone = (key && resolved(key)) || resolved();
    zones.set(key, zone);
  }
  return zone;
}

/** A zone by the name it has here; the reader's own when none is named. Empty for one that is not known. */
function resolved(timeZone?: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return '';
  }
}

/** `Tuesday, December 8`. */
export function dayWords(day: CalendarDay, { lang, zone, now }: Pick<SlotTimes, 'lang' | 'zone' | 'now'>): string {
  return formatDay(`${day}T12:00:00Z`, { lang, zone: 'UTC' }, `${dayIn(zone, now)}T12:00:00Z`);
}

/** `9:20 am`, and `the first 1:30 am` where the clock shows that twice. `mayRepeat`: false when it is known not to. */
export function timeWords(at: Instant, { lang, zone, words }: Omit<SlotTimes, 'now'>, mayRepeat = true): string {
  const time = formatTime(at, { lang, zone });
  const which = mayRepeat ? repeatAt(Date.parse(at), zone) : undefined;
  return which ? words.repeated[which](time) : time;
}

/** `Tuesday, December 8, 9:20 am`. */
export function slotWords(at: Instant, times: SlotTimes): string {
  return times.words.at(dayWords(dayIn(times.zone, Date.parse(at)), times), timeWords(at, times));
}

/** `9:20 am to 9:35 am`; just the start, where no end is known. */
export function spanWords(starts: Instant, ends: Instant | undefined, times: SlotTimes): string {
  const from = timeWords(starts, times);
  return ends && ends !== starts ? times.words.span(from, timeWords(ends, times)) : from;
}

/** Whether the reader's clock shows another time than the practice's at a moment. */
export function differsHere(at: Instant | number, zone: string): boolean {
  const moment = new Date(at).getTime();
  return offsetAt(moment, zone) !== offsetAt(moment, zoneOf(undefined));
}

/** In which zone these times are: that of the practice. */
export function zoneWords(at: Instant, { lang, words, zone }: Omit<SlotTimes, 'now'>): string {
  return words.zone(zoneName(zone, lang, Date.parse(at)));
}

/** What the reader's own clock shows at a time. Nothing where it shows the same. */
export function ownTimeWords(at: Instant, times: SlotTimes): string | undefined {
  const { lang, words, zone } = times;
  if (!differsHere(at, zone)) return undefined;
  const here = { ...times, zone: zoneOf(undefined) };
  const moment = Date.parse(at);
  const isSameDay = dayIn(zone, moment) === dayIn(here.zone, moment);
  const own = isSameDay ? timeWords(at, here) : slotWords(at, here);
  return words.yours(timeWords(at, times), zoneName(here.zone, lang, moment), own);
}

/** `Pacific Time`. */
function zoneName(timeZone: string, lang: string, at: number): string {
  const parts = new Intl.DateTimeFormat(lang, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** That clocks are changed on a day, and from when to when. Nothing on most days. */
export function clockWords(day: CalendarDay, times: SlotTimes): string | undefined {
  const change = clockChangeOn(day, times.zone);
  return change && changeWords(change, times);
}

function changeWords({ at, by }: ClockChange, { lang, zone, words }: SlotTimes): string {
  const after = wallMillis(at, zone);
  const said = (wall: number) => formatTime(new Date(wall).toISOString(), { lang, zone: 'UTC' });
  return (by > 0 ? words.clocksOn : words.clocksBack)(said(after - by), said(after));
}
