// One formatter per language, zone and shape: making one costs more than using it a thousand times.
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Where and how dates are said. A zone left out is the reader's own. */
export interface FormatOptions {
  readonly lang: string;
  /** IANA name. */
  readonly zone?: string | undefined;
}

const SHAPES = {
  time: { hour: 'numeric', minute: '2-digit' },
  weekday: { weekday: 'long' },
  weekdayTime: { weekday: 'long', hour: 'numeric', minute: '2-digit' },
  day: { weekday: 'long', month: 'long', day: 'numeric' },
  dayTime: { weekday: 'long', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  short: { month: 'short', day: 'numeric' },
  shortYear: { month: 'short', day: 'numeric', year: 'numeric' },
  number: { year: 'numeric', month: '2-digit', day: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

function formatterOf(shape: keyof typeof SHAPES, { lang, zone }: FormatOptions): Intl.DateTimeFormat {
  const key = `${shape} ${lang} ${zone ?? ''}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(lang, { ...SHAPES[shape], ...(isZone(zone) && { timeZone: zone }) });
    formatters.set(key, formatter);
  }
  return formatter;
}

/** A backend may name a zone nobody knows; the reader's own is then better than no time at all. */
function isZone(zone: string | undefined): boolean {
  if (!zone) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

function dayNumber(at: string | number, options: FormatOptions): number {
  const parts = formatterOf('number', { ...options, lang: 'en-u-ca-iso8601-nu-latn' }).formatToParts(new Date(at));
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day')) / 86_400_000;
}

/** Whole hours are said without minutes in English: `5 pm`, as people do. */
function plainHours(text: string, lang: string): string {
  return lang.startsWith('en') ? text.replace(/:00(?=\s*[ap])/i, '').replace(/\b([AP])M\b/, (word) => word.toLowerCase()) : text;
}

/** A time of day: `9:40 am`. */
export function formatTime(at: string, options: FormatOptions): string {
  return plainHours(formatterOf('time', options).format(new Date(at)), options.lang);
}

/** A day, in full: `Monday, November 23`. */
export function formatDay(at: string, options: FormatOptions): string {
  return formatterOf('day', options).format(new Date(at));
}

/** Which day it is, to see whether two moments share one. Counts days; the number itself means nothing. */
export function dayOf(at: string, options: FormatOptions): number {
  return dayNumber(at, options);
}

/** When something was, in a list: the time today, the weekday this week, then the date. */
export function formatWhen(at: string, now: number, options: FormatOptions): string {
  const days = dayNumber(now, options) - dayNumber(at, options);
  if (days === 0) return formatTime(at, options);
  if (days > 0 && days < 7) return formatterOf('weekday', options).format(new Date(at));
  const sameYear = new Date(at).getUTCFullYear() === new Date(now).getUTCFullYear();
  return formatterOf(sameYear ? 'short' : 'shortYear', options).format(new Date(at));
}

/** A moment that is promised: `Tuesday, 5 pm`; farther than six days off, or past, with the date. */
export function formatDue(at: string, now: number, options: FormatOptions): string {
  const days = dayNumber(at, options) - dayNumber(now, options);
  const shape = days >= 0 && days < 7 ? 'weekdayTime' : 'dayTime';
  const text = formatterOf(shape, options).format(new Date(at));
  return plainHours(text.replace(/^(\p{L}+) (?=\d)/u, '$1, '), options.lang);
}

/** Several names as people say them: `Ana, June and Dr. Lee`. */
export function formatList(items: readonly string[], lang: string): string {
  return new Intl.ListFormat(lang, { type: 'conjunction' }).format(items);
}
