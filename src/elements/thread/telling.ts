import { dayOf, formatDay, formatDue, formatList, formatTime, formatWhen } from '../../i18n/format.js';
import type { CommonWords } from '../../i18n/en/common.js';
import type { ThreadWords } from '../../i18n/en/thread.js';
import type { SendKey } from '../../model/id.js';
import type { Person } from '../../model/person.js';
import { isolated, nameOf } from '../shared/person-words.js';
import type { ThreadView } from './thread-view.js';

/** What the lines of a thread are told from: what was read, and the words and clock to tell it with. */
export interface Telling {
  readonly view: ThreadView;
  readonly text: ThreadWords;
  readonly common: CommonWords;
  readonly lang: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly isOnline: boolean;
  isPast(at: string): boolean;
}

/** What a line can ask of the thread it stands in. */
export interface LineActions {
  readonly sendAgain: (key: SendKey) => void;
  readonly change: (key: SendKey) => void;
  readonly signIn: () => void;
}

/** A name for a sentence; the reader is "You". */
export function whoIs(person: Person, { view, common }: Telling): string {
  return person.id === view.me.id ? common.you : nameOf(person, common.somebody);
}

/** A name with its role, to begin a sentence with. */
export function whoAndTitle(person: Person, telling: Telling): string {
  const name = whoIs(person, telling);
  return person.title && person.id !== telling.view.me.id ? telling.text.titled(name, isolated(person.title)) : name;
}

/** A time of day, where the reader is. */
export const timeOf = (at: string, { lang }: Telling): string => formatTime(at, { lang });

/** A day, where the reader is: `Today`, or `Monday, November 23`. */
export function dayWords(at: string, { lang, now, text }: Telling): string {
  const days = dayOf(new Date(now).toISOString(), { lang }) - dayOf(at, { lang });
  return days === 0 ? text.today : days === 1 ? text.yesterday : formatDay(at, { lang });
}

/** When somebody had it: the time today, else the day. */
export const whenOf = (at: string, { lang, now }: Telling): string => formatWhen(at, now, { lang });

/** Somebody at a moment, as told beside another moment: the day is said where it is not the same. */
export function momentOf(name: string, at: string, beside: string, telling: Telling): string {
  const { lang, now, text } = telling;
  const day = dayOf(at, { lang });
  const time = timeOf(at, telling);
  if (day === dayOf(beside, { lang })) return text.nameAt(name, time);
  if (day === dayOf(new Date(now).toISOString(), { lang })) return text.nameToday(name, time);
  return text.nameOn(name, formatDue(at, now, { lang }));
}

/** When the practice promised to answer, where the practice is. */
export function dueOf(at: string, { lang, now, view }: Telling): string {
  return formatDue(at, now, { lang, zone: view.practice?.zone });
}

/** Several names or facts as people list them. */
export const listOf = (items: readonly string[], { lang }: Telling): string => formatList(items, lang);
