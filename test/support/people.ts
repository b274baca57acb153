import type { EventId, MessageId, PersonId, SendKey, ThreadId } from '../../src/model/id.js';
import { Message, ThreadEvent } from '../../src/model/message.js';
import { Person } from '../../src/model/person.js';
import { Thread } from '../../src/model/thread.js';

// Builders say only what a test is about. They pass through the schemas, so no fixture can drift from the model.

let count = 0;
const newId = (kind: string): string => `${kind}-${++count}`;

/** A key to send with, never made before. */
export const sendKey = (): SendKey => newId('test-send-key') as SendKey;

/** Sam, or somebody else who is looked after. */
export const patient = (parts: Partial<Person> = {}): Person =>
  Person.parse({ id: 'sam-okafor' as PersonId, name: 'Sam Okafor', kind: 'patient', ...parts });

/** June, or somebody else who works at the practice. */
export const nurse = (parts: Partial<Person> = {}): Person =>
  Person.parse({
    id: 'june-carter' as PersonId,
    name: 'June Carter',
    kind: 'staff',
    role: 'nurse',
    title: 'nurse',
    practice: { id: 'alder-street', name: 'Alder Street Family Practice' },
    answers: 'messages',
    ...parts,
  });

/** A thread that waits for the practice. */
export const thread = (parts: Partial<Thread> = {}): Thread =>
  Thread.parse({
    id: newId('thread') as ThreadId,
    practice: { id: 'alder-street', name: 'Alder Street Family Practice' },
    title: 'A medicine refill',
    subject: patient(),
    state: 'open',
    custody: { state: 'waiting', since: '2026-11-23T18:00:00Z' },
    turn: 'practice',
    updatedAt: '2026-11-23T18:00:00Z',
    unread: 0,
    readMarks: [],
    ...parts,
  });

/** A message of Sam's. */
export const message = (parts: Partial<Message> = {}): Message =>
  Message.parse({
    type: 'message',
    id: newId('message') as MessageId,
    thread: 'thread' as ThreadId,
    author: patient(),
    body: 'Hello',
    answers: [],
    sentAt: '2026-11-23T18:00:00Z',
    ...parts,
  });

/** A hand-over by June. */
export const threadEvent = (parts: Partial<ThreadEvent> = {}): ThreadEvent =>
  ThreadEvent.parse({
    type: 'event',
    id: newId('event') as EventId,
    thread: 'thread' as ThreadId,
    kind: 'routed',
    actor: nurse(),
    at: '2026-11-23T18:00:00Z',
    ...parts,
  });
