import { formatList, formatTimeWindow } from '../../../i18n/format.js';
import type { Practice } from '../../../model/practice.js';
import { moreWords } from './more-words.js';

/** When it is open, a line for days that are alike: `Monday to Thursday, 8 am–6 pm`. */
export function hoursWords(practice: Pick<Practice, 'hours'> | undefined, lang: string): readonly string[] {
  const hours = practice?.hours ?? [];
  const lines: { from: number; to: number; times: string }[] = [];
  for (let day = 1; day <= 7; day++) {
    const open = hours.filter((stretch) => stretch.day === day).map(({ opens, closes }) => `${opens}-${closes}`);
    const times = formatList(open.sort().map((window) => formatTimeWindow(window, { lang })), lang);
    const last = lines.at(-1);
    if (times && last?.times === times && last.to === day - 1) last.to = day;
    else if (times) lines.push({ from: day, to: day, times });
  }
  // The first of January 2024 is a Monday.
  const { format } = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' });
  const name = (day: number) => format(Date.UTC(2024, 0, day));
  return lines.map(({ from, to, times }) => `${from === to ? name(from) : moreWords(lang).days(name(from), name(to))}, ${times}`);
}
