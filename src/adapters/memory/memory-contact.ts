import { AdapterError } from '../../adapter/errors.js';
import type { ContactRequest } from '../../model/contact-request.js';
import { dueDate } from '../../model/due-date.js';
import type { SendKey, ThreadId } from '../../model/id.js';
import type { Message } from '../../model/message.js';
import type { Field } from '../../model/field.js';
import type { Reason } from '../../model/reason.js';
import type { Receipt } from '../../model/receipt.js';
import type { Session } from '../../model/session.js';
import type { MemoryBackend } from './memory-backend.js';
import { newMessage } from './memory-messages.js';
import { storableText, writtenText } from './memory-text.js';
import { entryFor, isStaff, threadFor, type ThreadRecord } from './thread-record.js';

/** Makes a thread of a contact request. It waits in the practice's queue, with its promise stated. */
export function sendContact(backend: MemoryBackend, session: Session, request: ContactRequest, key: SendKey): Receipt {
  return backend.once(session.me.id, key, ['contact', request], () => {
    const { practice, reasons } = backend.scenario;
    if (isStaff(session.me)) throw new AdapterError('forbidden', 'memory: staff do not ask the practice');
    const reason = reasons.find(({ id }) => id === request.reason);
    if (!reason) throw new AdapterError('invalid', 'memory: no such reason', { field: 'reason' });
    const subject = session.subjects.find(({ id }) => id === request.subject);
    if (!subject) throw new AdapterError('invalid', 'memory: not somebody you write about', { field: 'subject' });
    const answers = answersInWords(reason, request);
    const checked = reason.promptRequired ? writtenText : storableText;
    const body = checked(request.body, { field: 'body', budget: reason.budget });

    const { relationship, birthDate, ...person } = subject;
    const now = backend.now();
    const record: ThreadRecord = {
      id: backend.newId('thread') as ThreadId,
      practice: { id: practice.id, name: practice.name },
      title: reason.label,
      reason: { id: reason.id, label: reason.label },
      subject: person,
      state: 'open',
      custody: { state: 'waiting', since: now },
      turn: 'practice',
      dueAt: reason.promise && dueDate(now, practice, reason.promise),
      updatedAt: now,
      moved: 0,
      version: 0,
      entries: [],
      marks: new Map(),
    };
    const message = newMessage(backend, session, record, { key, body, answers });
    backend.save(record);
    return { thread: threadFor(record, session.me.id), message: entryFor(message, session.me.id) };
  });
}

/** What was answered, in words and in the form's order. */
function answersInWords({ fields }: Reason, { answers }: ContactRequest): Message['answers'] {
  answers.forEach(({ field: name, value }, place) => {
    const field = fields.find(({ id }) => id === name);
    const isFirst = answers.findIndex((answer) => answer.field === name) === place;
    if (!field || !isFirst) throw wrongField(`answers.${place}.field`);
    if (Array.isArray(value) !== (field.kind === 'choices')) throw wrongField(`answers.${place}.value`);
  });
  return fields.flatMap((field) => {
    const place = answers.findIndex((answer) => answer.field === field.id);
    const values = [answers[place]?.value ?? []].flat().filter((value) => value.trim() !== '');
    if (field.required && values.length === 0) throw wrongField(`answers.${place < 0 ? field.id : `${place}.value`}`);
    if (values.some((value) => !fits(field, value))) throw wrongField(`answers.${place}.value`);
    const words = values.map((value) => wordFor(field, value)).join(', ');
    return values.length === 0 ? [] : [{ label: field.label, value: words }];
  });
}

const wrongField = (field: string): AdapterError => new AdapterError('invalid', `memory: ${field} is wrong`, { field });

const CHOOSING: ReadonlySet<Field['kind']> = new Set(['choice', 'choices']);

function fits({ kind, choices }: Field, value: string): boolean {
  if (kind === 'yes-no') return value === 'yes' || value === 'no';
  return !CHOOSING.has(kind) || choices.some((choice) => choice.value === value);
}

function wordFor({ kind, choices }: Field, value: string): string {
  if (kind === 'yes-no') return value === 'yes' ? 'Yes' : 'No';
  return choices.find((choice) => choice.value === value)?.label ?? value;
}
