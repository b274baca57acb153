import type { Connection } from '../adapter/adapter.js';
import type { CallOptions, WriteOptions } from '../adapter/call-options.js';
import type { QueueQuery } from '../adapter/ports/queue.js';
import type { ContactRequest } from '../model/contact-request.js';
import type { PersonId, SendKey, ThreadId } from '../model/id.js';
import type { Entry, Message, ThreadEvent } from '../model/message.js';
import type { Page } from '../model/page.js';
import type { Field } from '../model/field.js';
import type { QueueItem } from '../model/queue-item.js';
import type { Reason } from '../model/reason.js';
import type { Receipt } from '../model/receipt.js';
import { claim } from './assert.js';

// What people do in the tests, in as few words.

/** Options of a read that nobody gives up. */
export const patiently: CallOptions = { signal: new AbortController().signal };

/** A key nobody has used. */
export function newKey(): SendKey {
  const numbers = crypto.getRandomValues(new Uint32Array(4));
  return `kit-${[...numbers].map((number) => number.toString(36)).join('-')}` as SendKey;
}

/** Options of a write nobody has made before. */
export const once = (): WriteOptions => ({ ...patiently, key: newKey() });

/** So that two things do not happen in the same millisecond. */
export const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

/** Words that nobody else has written. */
export const newWords = (): string => `Please look at this (${newKey()}).`;

/** The reason a test asks with: one that promises an answer, if there is such. */
export async function aReason({ practice }: Connection): Promise<Reason> {
  const { items } = await practice!.listReasons(patiently);
  const reason = items.find(({ promise }) => promise) ?? items[0];
  claim(reason !== undefined, 'the practice should have a reason to write');
  return reason;
}

/** The first reason of a kind, if the practice has one. */
export async function reasonWhere(
  { practice }: Connection,
  fits: (reason: Reason) => boolean,
): Promise<Reason | undefined> {
  return (await practice!.listReasons(patiently)).items.find(fits);
}

/** A request for a reason, with the fields that must be filled in. */
export function requestFor(reader: Connection, reason: Reason, parts: Partial<ContactRequest> = {}): ContactRequest {
  const required = reason.fields.filter(({ required, kind }) => required && kind !== 'attachment');
  return {
    reason: reason.id,
    subject: reader.subjects[0]!.id,
    answers: required.map((field) => ({ field: field.id, value: answerTo(field) })),
    body: newWords(),
    redFlags: 'none',
    ...parts,
  };
}

/** A request such as any practice takes. */
export async function aRequest(reader: Connection, body = newWords(), subject?: PersonId): Promise<ContactRequest> {
  return requestFor(reader, await aReason(reader), { body, ...(subject && { subject }) });
}

/** A patient asks something new. */
export async function ask(reader: Connection, body?: string, subject?: PersonId): Promise<Receipt> {
  return reader.contact!.send(await aRequest(reader, body, subject), once());
}

/** A thread that is over: asked and closed. */
export async function askAndClose(reader: Connection, { queue }: Connection): Promise<Receipt> {
  const receipt = await ask(reader);
  await queue!.close({ thread: receipt.thread.id, note: newWords() }, once());
  return receipt;
}

/** Somebody writes in a thread. */
export async function write(reader: Connection, thread: ThreadId, body = newWords()): Promise<Message> {
  return reader.messages!.send({ thread, body }, once());
}

/** Everything in a list, page after page. */
export async function everything<T>(list: (after: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  const seen = new Set<string>();
  let after: string | undefined;
  do {
    const page = await list(after);
    items.push(...page.items);
    after = page.next ?? undefined;
    claim(after === undefined || !seen.has(after), 'a list should not come back to a page it has given');
    if (after !== undefined) seen.add(after);
  } while (after !== undefined);
  return items;
}

/** The whole line of a thread, newest first. */
export function entriesOf(reader: Connection, thread: ThreadId): Promise<Entry[]> {
  return everything((after) => reader.messages!.listEntries({ thread, after }, patiently));
}

/** The first message somebody reads with this text. */
export async function messageWith(reader: Connection, thread: ThreadId, id: string): Promise<Message | undefined> {
  const entries = await entriesOf(reader, thread);
  return entries.find((entry): entry is Message => entry.type === 'message' && entry.id === id);
}

/** An answer that a field takes. */
export function answerTo({ kind, choices }: Field): string | string[] {
  switch (kind) {
    case 'choice':
      return choices[0]!.value;
    case 'choices':
      return [choices[0]!.value];
    case 'time-windows':
      return [choices[0]?.value ?? '12:00-13:00'];
    case 'yes-no':
      return 'no';
    case 'date':
      return '2030-05-17';
    case 'phone':
      return '+1 206 555 0177';
    default:
      return 'One word';
  }
}

/** What happened to a thread, newest first. That somebody opened it is told or not, as the backend likes. */
export async function eventsOf(reader: Connection, thread: ThreadId): Promise<ThreadEvent[]> {
  const entries = await entriesOf(reader, thread);
  return entries.filter((entry): entry is ThreadEvent => entry.type === 'event' && entry.kind !== 'opened');
}

/** The threads in a box of the queue, all of them. */
export const boxOf = (reader: Connection, box: QueueQuery['box']): Promise<QueueItem[]> =>
  everything((after) => reader.queue!.list({ box, after }, patiently));
