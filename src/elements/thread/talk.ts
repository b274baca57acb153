import type { OutboxItem } from '../../client/outbox-item.js';
import type { PagedList } from '../../client/paged-list.js';
import type { Entry, Message, ThreadEvent } from '../../model/message.js';
import type { MessageDraft } from '../../model/message-draft.js';

/** One line of the talk, oldest first. `key` stays the same while a message goes from the outbox to the backend. */
export type Line =
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | { readonly kind: 'message'; readonly key: string; readonly message: Message }
  | { readonly kind: 'event'; readonly key: string; readonly event: ThreadEvent }
  | { readonly kind: 'sending'; readonly key: string; readonly item: OutboxItem<MessageDraft, Message> };

/** What an entry is known by. */
export const entryId = ({ type, id }: Entry): string => `${type}/${id}`;

/**
 * The entries with what the outbox has sent meanwhile, so that a message that has arrived stands there before the
 * backend lists it. The same list where nothing is missing.
 */
export function withSent(list: PagedList<Entry>, outbox: readonly OutboxItem[]): PagedList<Entry> {
  const known = new Set(list.items.map(entryId));
  const missing: Entry[] = [];
  for (const { state } of ours(outbox)) {
    if (state.status === 'sent' && !known.has(entryId(state.result))) missing.unshift(state.result);
  }
  return missing.length === 0 ? list : { ...list, items: [...missing, ...list.items] };
}

/** Everything in a thread in the order it is read. An entry or key that comes twice makes one line (row F07). */
export function talkOf(newestFirst: readonly Entry[], outbox: readonly OutboxItem[]): readonly Line[] {
  const lines: Line[] = [];
  const seen = new Set<string>();
  let day = '';
  let last = '';
  const add = (line: Exclude<Line, { kind: 'day' }>, at: string, id = line.key): void => {
    if (seen.has(line.key) || seen.has(id)) return;
    seen.add(line.key).add(id);
    const itsDay = new Date(at).toDateString();
    if (itsDay !== day) lines.push({ kind: 'day', key: `day/${line.key}`, at });
    day = itsDay;
    last = at;
    lines.push(line);
  };
  for (const entry of newestFirst.toReversed()) {
    if (entry.type === 'event') add({ kind: 'event', key: entryId(entry), event: entry }, entry.at);
    else add({ kind: 'message', key: entry.key ?? entryId(entry), message: entry }, entry.sentAt, entryId(entry));
  }
  const arrived = new Set(newestFirst.map(entryId));
  for (const item of ours(outbox)) {
    const { state } = item;
    if (state.status === 'sent' && arrived.has(entryId(state.result))) continue;
    // This device's clock may be wrong: what is on its way is never older than what stands above it (row F15).
    add({ kind: 'sending', key: item.key, item }, last && Date.parse(item.at) < Date.parse(last) ? last : item.at);
  }
  return lines;
}

/** The lines of one day, its heading first. */
export interface Day {
  /** Stays the same when older lines of the day are read. */
  readonly key: string;
  readonly lines: readonly Line[];
}

/** The lines by day: a browser can leave a whole day undrawn, where each line by itself would cost it a look a frame. */
export function daysOf(lines: readonly Line[]): readonly Day[] {
  const days: { key: string; lines: Line[] }[] = [];
  for (const line of lines) {
    if (line.kind === 'day') {
      const date = new Date(line.at).toDateString();
      // A day comes twice where a backend's order is not that of time.
      days.push({ key: `${date}${days.filter(({ key }) => key.startsWith(date)).length}`, lines: [] });
    }
    days.at(-1)!.lines.push(line);
  }
  return days;
}

/** Replies, as `sendMessage()` gave them to the outbox: checked there on their way in and out. */
function ours(outbox: readonly OutboxItem[]): readonly OutboxItem<MessageDraft, Message>[] {
  return outbox.filter(({ kind }) => kind === 'message') as readonly OutboxItem<MessageDraft, Message>[];
}
