import type { WriteOptions } from '../../adapter/call-options.js';
import { AdapterError } from '../../adapter/errors.js';
import type { ResultsPort } from '../../adapter/ports/results.js';
import { dueDate } from '../../model/due-date.js';
import type { Instant } from '../../model/instant.js';
import type { Message } from '../../model/message.js';
import type { MessageDraft } from '../../model/message-draft.js';
import { messagingAt } from '../../model/messaging-at.js';
import { storableText, writtenText } from '../shared/written-text.js';
import { cardsOf, detailOf } from './cards.js';
import { changeThread, fingerprint, NEW_MESSAGE, post } from './changing-thread.js';
import { entryOf } from './communication.js';
import { custodyOf, waitingSince } from './custody.js';
import type { FhirContext } from './fhir-context.js';
import { codeIn, type Resource, textAt } from './json.js';
import { extension, extensionsOf, OURS, referenceIn } from './terms.js';
import { budgetOf, stateOf, type ThreadState } from './thread-state.js';
import type { CustodyChange } from './written-custody.js';
import { answeredExtension, keyed, payloadsOf } from './written-message.js';

/** Puts a message into a thread, and the turn with the other side. */
export async function reply(
  context: FhirContext,
  draft: MessageDraft,
  given: WriteOptions,
  readResult: ResultsPort['readResult'],
): Promise<Message> {
  const request = fingerprint(['message', draft]);
  const written = await changeThread(context, draft.thread, given, request, async (state, now) => {
    checkOpen(context, state);
    if (!context.isStaff) checkTaken(context);
    const cards = await cardsOf(context, state, draft.cards, given, readResult);
    const detail = draft.detail && (await detailOf(context, state, draft.detail, given));
    const checked = cards.length > 0 || detail ? storableText : writtenText;
    const body = checked(draft.body, { field: 'body', budget: budgetOf(context) });
    const message = newMessage(context, state.head, { body, answers: detail?.answers ?? [], cards, now });
    const asked = draft.detail?.message;
    const answered = asked && [...extensionsOf(state.head, 'answered'), answeredExtension(asked, NEW_MESSAGE)];
    return {
      custody: passTurn(context, state, now),
      ...(answered && { extensions: { answered: answered as object[] } }),
      entries: [post({ ...message, identifier: [keyed(given.key, request)] }, NEW_MESSAGE)],
    };
  });
  return messageFrom(context, draft.thread, written!, given);
}

/** A message as a reader is told of it. */
export async function messageFrom(context: FhirContext, thread: string, line: Resource, given: WriteOptions): Promise<Message> {
  const { head } = await stateOf(context, thread, given);
  await context.directory.learn([head, line], given);
  return entryOf(line, head, context) as Message;
}

/** A message by the reader, as a Communication that is part of a thread; its payloads can be read by any client. */
export function newMessage(
  { me, subjects }: FhirContext,
  head: Pick<Resource, 'id' | 'subject' | 'topic'>,
  { body, answers, cards, now }: Pick<Message, 'body' | 'answers' | 'cards'> & { readonly now: Instant },
) {
  const relationship = subjects.find(({ id }) => id === referenceIn(head.subject))?.relationship;
  return {
    resourceType: 'Communication',
    status: 'completed',
    ...(relationship && { extension: [extension('relationship', relationship)] }),
    partOf: [{ reference: `Communication/${String(head.id)}` }],
    topic: head.topic,
    subject: head.subject,
    sender: { reference: me.id, display: me.name },
    sent: now,
    payload: payloadsOf({ body, answers, cards }),
  };
}

/** Whether a thread is over. */
export const isOver = ({ head, custody }: ThreadState, { directory }: Pick<FhirContext, 'directory'>): boolean =>
  custodyOf(custody, head, directory).state === 'closed';

/** Over threads take nothing more. */
export function checkOpen(context: FhirContext, state: ThreadState): void {
  if (isOver(state, context)) throw new AdapterError('conflict', 'the thread is over');
}

/** Fails while the practice takes no messages from patients. */
export function checkTaken({ practice, http }: FhirContext): void {
  if (messagingAt(practice, http.now()).state !== 'open') throw new AdapterError('conflict', 'the practice takes no messages now');
}

/** After a patient wrote the practice must act, by a new promise if none is owed; after staff, the patient. */
function passTurn(context: FhirContext, { head, custody }: ThreadState, now: Instant): CustodyChange {
  if (context.isStaff) return { turn: 'patient', waiting: null };
  const isOwed = codeIn(custody?.businessStatus, `${OURS}turn`) === 'practice';
  const start = (isOwed && waitingSince(custody)) || now;
  const end = (isOwed && textAt(custody, 'restriction.period.end')) || promised(context, head, now);
  return { turn: 'practice', waiting: { start, end } };
}

/** When an answer is due to what is asked now. */
export function promised({ reasons, practice }: FhirContext, { topic }: Pick<Resource, 'topic'>, now: Instant): Instant | undefined {
  const promise = reasons.find(({ id }) => id === codeIn(topic, `${OURS}reason`))?.promise;
  return promise && dueDate(now, practice, promise);
}
