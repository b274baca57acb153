import type { OutboxItem } from '../../client/outbox-item.js';
import { dayOf, formatDay, formatDue, formatList, formatTime, formatWhen } from '../../i18n/format.js';
import type { CommonWords } from '../../i18n/en/common.js';
import type { ThreadWords } from '../../i18n/en/thread.js';
import type { Card } from '../../model/card.js';
import type { SendKey } from '../../model/id.js';
import type { Message, ThreadEvent } from '../../model/message.js';
import type { MessageDraft } from '../../model/message-draft.js';
import type { Person } from '../../model/person.js';
import { isolated, nameOf } from '../shared/person-words.js';
import type { Later } from '../shared/later.js';
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
  readonly more: Later<More>;
  isPast(at: string): boolean;
}

/** What a line can ask of the thread it stands in. */
export interface LineActions {
  readonly sendAgain: (key: SendKey) => void;
  readonly change: (key: SendKey) => void;
  readonly signIn: () => void;
}

/** Why a message was refused for good, and the way on. */
export interface Refusal {
  readonly words: string;
  readonly ways: unknown;
}

/** What is shown of a text. */
export interface Shown {
  readonly text: string;
  /** The button to the rest, where there is more. */
  readonly more?: unknown;
}

/** What few threads have, and no emergency needs. Fetched when there is something of it. */
export interface More {
  /** How the patient wants to be answered, and the ways to the threads before and after this one. */
  head(telling: Telling): unknown;
  /** A card, and what can be done with it. */
  card(card: Card, message: Message, telling: Telling): unknown;
  /** A text that is too long to be shown at once: its beginning, or all of it when the reader has asked for it. */
  long(text: string, beginning: string, id: string): Shown;
  /** That a message was taken back, or changed, and what it said before. */
  changed(message: Message, telling: Telling): unknown;
  /** What happened, for rarer kinds of events. `who` did it, with their role. */
  event(event: ThreadEvent, who: string, telling: Telling): string;
  /** Undefined: it may be tried again as it is. */
  refusal(item: OutboxItem<MessageDraft, Message>, telling: Telling, actions: LineActions): Refusal | undefined;
  /** Leads down to messages that have come meanwhile: nothing moves by itself. */
  newer(reading: { readonly fresh: number; readonly firstFresh: Element | undefined }): unknown;
  /** What can be done at the end, beside writing. */
  ways(telling: Telling): unknown;
  /** The ways to keep a thread on paper or in a file. */
  keeping(telling: Telling): unknown;
  /** An answer to a request that is on its way, in words. */
  answer(draft: MessageDraft, telling: Telling): unknown;
  /** Takes an answer that was refused back to where it can be changed; where it is asked no more, it stays. */
  restore(key: SendKey): void;
}

/** A label or a role: what is far longer than any would be laid out all the same (row I06). */
export const short = (text: string): string => text.slice(0, 1000);

/** A name for a sentence; the reader is "You". What would turn the words around it is shown, not done (row I05). */
export function whoIs(person: Person, { view, common }: Telling): string {
  if (person.id === view.me.id) return common.you;
  return nameOf({ name: person.name.replace(/\p{Bidi_C}/gu, escaped) }, common.somebody);
}

const escaped = (character: string): string =>
  `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`;

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
