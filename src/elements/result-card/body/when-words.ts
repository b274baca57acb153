import { formatMoment } from '../../../i18n/format.js';

const SHAPES: readonly Intl.DateTimeFormatOptions[] = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
];

// Making one costs more than using it a thousand times.
const formatters = new Map<string, Intl.DateTimeFormat>();

/** What says dates so: made once. Throws a RangeError for a zone that is not known here. */
export function formatterFor(lang: string, shape: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([lang, shape]);
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(lang, shape);
  formatters.set(key, formatter);
  return formatter;
}

export interface WhenOptions {
  readonly lang: string;
  /** The practice's, an IANA name. */
  readonly zone?: string | undefined;
}

/**
 * When something was measured, as exactly as it is known and never more so: a year, a month, a day, or a moment in the
 * practice's zone, which is named where the reader's clock shows another time.
 */
export function whenWords(at: string, options: WhenOptions): string {
  if (at.length > 10) return formatMoment(at, options);
  // A day has no zone. A year before 100 is no year of the last century.
  const date = new Date(`${at}${'-01-01'.slice(at.length - 4)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return at;
  return formatterFor(options.lang, { ...SHAPES[(at.length - 4) / 3], timeZone: 'UTC', calendar: 'gregory' }).format(date);
}

/** The day of a moment: `November 18, 2026`. What is less exact than a day is said as it is. */
export function dayWords(at: string, { lang, zone }: WhenOptions): string {
  if (at.length <= 10) return whenWords(at, { lang });
  const shape = { dateStyle: 'long' } as const;
  try {
    return formatterFor(lang, { ...shape, timeZone: zone }).format(new Date(at));
  } catch {
    return formatterFor(lang, shape).format(new Date(at));
  }
}
