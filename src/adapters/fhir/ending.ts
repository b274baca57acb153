import type { VersionedWriteOptions, WriteOptions } from '../../adapter/call-options.js';
import { AdapterError } from '../../adapter/errors.js';
import type { ThreadId } from '../../model/id.js';
import type { MessageDraft } from '../../model/message-draft.js';
import type { Receipt } from '../../model/receipt.js';
import type { Thread } from '../../model/thread.js';
import { writtenText } from '../shared/written-text.js';
import { changeThread, fingerprint, NEW_THREAD } from './changing-thread.js';
import type { FhirContext } from './fhir-context.js';
import { newEvent } from './events.js';
import { codeIn, wordsOf } from './json.js';
import { newThread, receiptFrom } from './new-thread.js';
import { checkOpen, checkTaken, isOver } from './replying.js';
import { extensionOf, OURS } from './terms.js';
import { budgetOf, stateOf, tellThreads } from './thread-state.js';

/** The patient has what they needed: nobody owes anything. */
export async function settle(context: FhirContext, thread: ThreadId, given: VersionedWriteOptions): Promise<Thread> {
  const request = fingerprint(['settle', thread]);
  await changeThread(context, thread, given, request, (state, now) => {
    checkOpen(context, state);
    if (codeIn(state.custody?.businessStatus, `${OURS}turn`) === 'nobody') return undefined;
    const event = newEvent(context, state.head, { kind: 'settled', now, key: given.key, request });
    return { custody: { turn: 'nobody', waiting: null }, entries: [event] };
  });
  return threadAfter(context, thread, given);
}

/** How a thread is after a change. */
export async function threadAfter(context: FhirContext, thread: ThreadId, given: WriteOptions): Promise<Thread> {
  return (await tellThreads(context, [await stateOf(context, thread, given)], given))[0]!.thread;
}

/** Goes on from a thread that is over in a new one; each names the other. */
export async function continueThread(
  context: FhirContext,
  draft: Pick<MessageDraft, 'thread' | 'body'>,
  given: WriteOptions,
): Promise<Receipt> {
  const request = fingerprint(['continue', draft.thread, draft.body]);
  const written = await changeThread(context, draft.thread, given, request, (state, now) => {
    const { head } = state;
    const continuedBy = { url: `${OURS}continued-by`, valueReference: { reference: NEW_THREAD } };
    if (!isOver(state, context) || extensionOf(head, 'continued-by')) {
      throw new AdapterError('conflict', 'not over, or continued already');
    }
    checkTaken(context);
    const body = writtenText(draft.body, { field: 'body', budget: budgetOf(context) });
    const old = String(head.id) as ThreadId;
    const card = { kind: 'thread-link' as const, label: wordsOf(head.topic) ?? '', fields: [], thread: old };
    const { topic, subject, recipient } = head;
    const thread = { topic, subject, recipient, inResponseTo: [{ reference: `Communication/${old}` }] };
    const message = { body, answers: [], cards: [card] };
    return {
      extensions: { 'continued-by': [continuedBy] },
      entries: [
        ...newThread(context, { thread, message, now, key: given.key, request }),
        newEvent(context, head, { kind: 'continued', now, key: `${given.key}-event`, about: NEW_THREAD }),
      ],
    };
  });
  return receiptFrom(context, written!, given);
}
