// One formatter per language, zone and shape: making one costs more than using it a thousand times.
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Where and how dates are said. A zone left out, or one that is not known here, is the reader's own. */
export interface FormatOptions {
  readonly lang: string;
  /** IANA name. */
  readonly zone?: string | undefined;
}

const SHAPES = {
  time: { hour: 'numeric', minute: '2-digit' },
  hour: { hour: 'numeric' },
  weekday: { weekday: 'long' },
  day: { weekday: 'long', month: 'long', day: 'numeric' },
  dayYear: { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' },
  short: { month: 'short', day: 'numeric' },
  shortYear: { month: 'short', day: 'numeric', year: 'numeric' },
  moment: { year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  momentZone: { year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
  number: { year: 'numeric', month: '2-digit', day: '2-digit', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

type Shape = keyof typeof SHAPES;

function formatterOf(shape: Shape, { lang, zone }: FormatOptions): Intl.DateTimeFormat {
  const key = `${shape} ${lang} ${zone ?? ''}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = inZone(lang, SHAPES[shape], zone);
    formatters.set(key, formatter);
  }
  return formatter;
}

/** A backend may name a zone nobody knows; the reader's own is then better than no time at all. */
function inZone(lang: string, shape: Intl.DateTimeFormatOptions, zone: string | undefined): Intl.DateTimeFormat {
  try {
    if (zone) return new Intl.DateTimeFormat(lang, { ...shape, timeZone: zone });
  } catch {
    // Said without it.
  }
  return new Intl.DateTimeFormat(lang, shape);
}

/** In a shape, or nothing for what is no moment. `am` and `pm` are small and stay on the line of their number. */
function say(shape: Shape, at: string | number, options: FormatOptions): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return '';
  return asSaid(formatterOf(shape, options).formatToParts(date));
}

function asSaid(parts: readonly Intl.DateTimeFormatPart[]): string {
  const said = parts.map(({ type, value }) => (type === 'dayPeriod' && /^[AP]M$/.test(value) ? value.toLowerCase() : value));
  return said.join('').replace(/[ \u202f](?=[ap]m\b)/g, '\u00a0');
}

interface ZonedDay {
  /** Counts days; the number itself means nothing. */
  readonly number: number;
  readonly year: number;
  readonly minute: number;
}

function zonedDay(at: string | number, options: FormatOptions): ZonedDay {
  const date = new Date(at);
  const part: Record<string, number> = {};
  if (!Number.isNaN(date.getTime())) {
    const parts = formatterOf('number', { ...options, lang: 'en-u-ca-iso8601-nu-latn' }).formatToParts(date);
    for (const { type, value } of parts) part[type] = Number(value);
  }
  const { year = NaN, month = NaN, day = NaN, minute = NaN } = part;
  return { number: Date.UTC(year, month - 1, day) / 86_400_000, year, minute };
}

/** A time of day: `9:40 am`, and `5 pm` for a whole hour where that is how the language says it. */
export function formatTime(at: string, options: FormatOptions): string {
  return say(zonedDay(at, options).minute === 0 ? 'hour' : 'time', at, options);
}

/** A day, in full: `Monday, November 23`; with the year where it is another than now. */
export function formatDay(at: string, options: FormatOptions, now: string | number = at): string {
  return say(zonedDay(at, options).year === zonedDay(now, options).year ? 'day' : 'dayYear', at, options);
}

/** Which day it is, to see whether two moments share one. Counts days; the number itself means nothing. */
export function dayOf(at: string, options: FormatOptions): number {
  return zonedDay(at, options).number;
}

/** When something was, in a list: the time today, the weekday this week, then the date. */
export function formatWhen(at: string, now: number, options: FormatOptions): string {
  const [day, today] = [zonedDay(at, options), zonedDay(now, options)];
  const days = today.number - day.number;
  if (days === 0) return formatTime(at, options);
  if (days > 0 && days < 7) return say('weekday', at, options);
  return say(day.year === today.year ? 'short' : 'shortYear', at, options);
}

/** A moment that is promised: `Tuesday, 5 pm`; farther than six days off, or past, with the date. */
export function formatDue(at: string, now: number, options: FormatOptions): string {
  const days = zonedDay(at, options).number - zonedDay(now, options).number;
  const isNear = Date.parse(at) >= now && days < 7;
  const day = isNear ? say('weekday', at, options) : formatDay(at, options, now);
  return [day, formatTime(at, options)].filter(Boolean).join(', ');
}

/** A moment on paper, in full: `November 23, 2026 at 9:40 am`; with the zone's name where the reader's clock shows another time. */
export function formatMoment(at: string, options: FormatOptions): string {
  const said = say('moment', at, options);
  return said === say('moment', at, { lang: options.lang }) ? said : say('momentZone', at, options);
}

/** A stretch of a day: `12–1 pm` for `12:00-13:00`. What is no such stretch is said as it stands. */
export function formatTimeWindow(window: string, { lang }: Pick<FormatOptions, 'lang'>): string {
  const [start, end] = window.split('-').map((time) => Date.parse(`1970-01-01T${time}Z`));
  if (!(start! < end!)) return window;
  const formatter = formatterOf(/:00-..:00$/.test(window) ? 'hour' : 'time', { lang, zone: 'UTC' });
  // Midnight is the next day's: as a range it would be said with both dates.
  if (end === 86_400_000) return [start, end].map((at) => asSaid(formatter.formatToParts(at))).join('–');
  return asSaid(formatter.formatRangeToParts(start!, end!)).replace(/\s*–\s*/, '–');
}

/** Several names as people say them: `Ana, June and Dr. Lee`. */
export function formatList(items: readonly string[], lang: string): string {
  const said = new Intl.ListFormat(lang, { type: 'conjunction' }).formatToParts(items);
  // Only American English puts a comma before its last "and".
  return said.map(({ type, value }) => (type === 'literal' && value === ', and ' ? ' and ' : value)).join('');
}
