import { AdapterError } from '../../adapter/errors.js';
import type { Card } from '../../model/card.js';
import type { ContactRequest } from '../../model/contact-request.js';
import { dueDate } from '../../model/due-date.js';
import type { PersonId, SendKey, ThreadId } from '../../model/id.js';
import type { Medication } from '../../model/medication.js';
import type { Page } from '../../model/page.js';
import type { Person } from '../../model/person.js';
import type { Reason } from '../../model/reason.js';
import type { Receipt } from '../../model/receipt.js';
import type { Session } from '../../model/session.js';
import { answersInWords } from './memory-answers.js';
import type { MemoryBackend } from './memory-backend.js';
import { resultCard } from './memory-cards.js';
import { messageFor, newMessage } from './memory-messages.js';
import { checkTaken } from './memory-taking.js';
import { storableText, wrongAt, writtenText } from './memory-text.js';
import { signsAnswer, wishOf } from './memory-wish.js';
import { isStaff, threadFor, type ThreadRecord } from './thread-record.js';

const MOST_REFERENCES = 10;

/** Makes a thread of a contact request. It waits in the practice's queue, with its promise stated. */
export function sendContact(backend: MemoryBackend, session: Session, request: ContactRequest, key: SendKey): Receipt {
  return backend.once(session.me.id, key, ['contact', request], () => {
    const { scenario, practice } = backend;
    if (isStaff(session.me)) throw new AdapterError('forbidden', 'memory: staff do not ask the practice');
    checkTaken(backend);
    const reason = scenario.reasons.find(({ id }) => id === request.reason);
    if (!reason) throw wrongAt('reason');
    const subject = session.subjects.find(({ id }) => id === request.subject);
    if (!subject) throw wrongAt('subject');
    const recipient = scenario.staff.find(({ id }) => id === request.recipient);
    if (request.recipient !== undefined && recipient?.answers !== 'messages') throw wrongAt('recipient');
    const reply = wishOf(reason, request);
    const cards = referencesOf(backend, reason, request);
    const signs = signsAnswer(reason, request, subject, { now: backend.now(), zone: practice.zone });
    const answers = [...signs, ...answersInWords(reason.fields, request.answers, 'answers')];
    const checked = reason.promptRequired ? writtenText : storableText;
    const body = checked(request.body, { field: 'body', budget: reason.budget });

    const { relationship: _relationship, birthDate: _birthDate, ...person } = subject;
    const record = newThread(backend, {
      title: reason.label,
      reason: { id: reason.id, label: reason.label },
      subject: person,
      receiver: recipient ?? reason.receiver?.first,
      reply,
    });
    const message = newMessage(backend, session, record, { key, body, answers, cards });
    backend.save(record);
    return () => ({ thread: threadFor(record, session.me), message: messageFor(record, message.id, session.me) });
  });
}

/** The results a request is about, as cards: each once, however often it is named. */
function referencesOf(backend: MemoryBackend, { references: taken }: Reason, request: ContactRequest): Card[] {
  const { subject, references = [] } = request;
  const isTaken = taken.includes('result') && references.length <= MOST_REFERENCES;
  if (references.length > 0 && !isTaken) throw wrongAt('references');
  const cards = new Map(references.map((id, place) => [id, resultCard(backend, subject, id, `references.${place}`)]));
  return [...cards.values()];
}

/** A thread nobody has yet, with what its reason promises. Not kept until it is saved. */
export function newThread(
  backend: MemoryBackend,
  parts: Pick<ThreadRecord, 'title' | 'reason' | 'subject' | 'receiver'> &
    Partial<Pick<ThreadRecord, 'reply' | 'continues'>>,
): ThreadRecord {
  const { practice, scenario } = backend;
  const now = backend.now();
  const promise = scenario.reasons.find(({ id }) => id === parts.reason?.id)?.promise;
  return {
    ...parts,
    id: backend.newId('thread') as ThreadId,
    practice: { id: practice.id, name: practice.name },
    state: 'open',
    custody: { state: 'waiting', since: now },
    turn: 'practice',
    dueAt: promise && dueDate(now, practice, promise),
    updatedAt: now,
    moved: 0,
    version: 0,
    entries: [],
    marks: new Map(),
  };
}

/** What a subject takes. */
export function listMedications(
  { scenario }: MemoryBackend,
  { me, subjects }: Session,
  subject: PersonId,
): Page<Medication> {
  checkAsks({ me, subjects }, subject);
  return { items: structuredClone(scenario.medications?.[subject] ?? []) };
}

/** The people of the practice, who all look after everybody: it is that small. Not everybody may ask. */
export function listCareTeam({ scenario }: MemoryBackend, session: Session, subject: PersonId): Page<Person> {
  checkAsks(session, subject);
  return { items: structuredClone(scenario.staff) };
}

function checkAsks({ me, subjects }: Session, subject: PersonId): void {
  const mayAsk = isStaff(me) || subjects.some(({ id }) => id === subject);
  if (!mayAsk) throw new AdapterError('not-found', 'memory: not somebody you ask about');
}
