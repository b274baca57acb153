import { threadRecord as english } from '../../../i18n/en/thread-record.js';
import { formatMoment } from '../../../i18n/format.js';
import { wordsFor } from '../../../i18n/register.js';
import type { Entry, Message } from '../../../model/message.js';
import { nameOf } from '../../shared/person-words.js';
import type { PaperRecord, RecordEntry } from '../../shared/record-print.js';
import { eventWords } from '../event-words.js';
import type { Telling } from '../telling.js';

/** How a thread is kept. */
export type KeepAs = 'print' | 'text' | 'json';

/** A thread as it is read by whoever it is given to: each moment has its date and zone. */
export function recordOf(telling: Telling, as: KeepAs): PaperRecord {
  const { view, text, lang, now } = telling;
  const words = wordsFor('thread-record', english, lang);
  const { thread, entries } = view;
  // Names stand by themselves: the reader is named like everybody else.
  const toAll: Telling = { ...telling, view: { ...view, me: { ...view.me, id: '' as typeof view.me.id, kind: 'staff' } } };
  const moment = (at: string): string => momentOf(at, telling);
  return {
    title: thread.title.trim() || text.untitled,
    facts: [
      [words.about, nameOf(thread.subject, '')],
      [words.practice, thread.practice.name],
      ...(thread.reason ? [[words.reason, thread.reason.label] as const] : []),
      [as === 'print' ? words.printed : words.saved, moment(new Date(now).toISOString())],
      ...(entries.unreadable > 0 ? [['', words.unreadable(entries.unreadable)] as const] : []),
    ],
    entries: entries.items.toReversed().map((entry) => entryOf(entry, toAll, words, moment)),
  };
}

function entryOf(entry: Entry, telling: Telling, { changed, retracted }: typeof english, moment: (at: string) => string): RecordEntry {
  if (entry.type === 'event') return { who: eventWords(entry, telling), when: moment(entry.at), facts: [], paragraphs: [] };
  const { sentAt, answers, body, cards, amendments, retractedAt } = entry;
  const gone = retractedAt && retracted(nameOf(entry.author, telling.common.somebody), moment(retractedAt));
  return {
    who: writerOf(entry, telling),
    when: moment(sentAt),
    facts: answers.map(({ label, value }) => [label, value] as const),
    paragraphs: [
      ...(gone ? [gone] : []),
      ...(body ? [body] : []),
      ...cards.flatMap(({ label, fields }) => [label, ...fields.map((field) => field.label).filter((asked) => asked !== label)]),
      ...amendments.flatMap((former) => [changed(moment(former.until)), former.body]),
    ].filter(Boolean),
  };
}

/** Name, role, practice, and for whom. */
function writerOf({ author, onBehalfOf, relationship }: Message, { text, common, view }: Telling): string {
  const tie = relationship && text.ties[relationship];
  const whom = onBehalfOf ?? (tie ? view.thread.subject : undefined);
  return [
    nameOf(author, common.somebody),
    tie || author.title,
    author.practice?.name,
    whom && text.onBehalfOf(nameOf(whom, common.somebody)),
  ]
    .filter((part) => part?.trim())
    .join(', ');
}

/** With the zone's name always: paper does not know where it is read. */
function momentOf(at: string, { lang }: Telling): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const zone = new Intl.DateTimeFormat(lang, { timeZoneName: 'short', timeZone }).formatToParts(new Date(at));
  const name = zone.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return `${formatMoment(at, { lang })} ${name}`.trim();
}

/** The same as plain text. */
export function textOf({ title, facts, entries }: PaperRecord): string {
  const line = ([label, value]: readonly [string, string]): string => (label ? `${label}: ${value}` : value);
  const blocks = entries.map(({ who, when, facts: asked, paragraphs }) =>
    [`${when}\n${who}`, ...asked.map(line), ...paragraphs].join('\n'),
  );
  const text = [[title, ...facts.map(line)].join('\n'), ...blocks].join('\n\n');
  // The marks that keep names apart are for the screen.
  return `${text.replaceAll(/[\u2068\u2069]/g, '')}\n`;
}
