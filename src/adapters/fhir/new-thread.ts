import type { CallOptions, WriteOptions } from '../../adapter/call-options.js';
import type { Instant } from '../../model/instant.js';
import type { Message } from '../../model/message.js';
import type { Receipt } from '../../model/receipt.js';
import type { Json } from '../shared/serialise.js';
import { NEW_MESSAGE, NEW_THREAD, post } from './changing-thread.js';
import { entryOf } from './communication.js';
import type { FhirContext } from './fhir-context.js';
import { at, listAt, type Resource } from './json.js';
import { newMessage, promised } from './replying.js';
import { extension, idIn } from './terms.js';
import { stateOf, tellThreads } from './thread-state.js';
import { custodyTask, newCustody } from './written-custody.js';
import { keyed } from './written-message.js';

/** A thread nobody has yet, with its first message and what its reason promises: the entries that make all of it. */
export function newThread(
  context: FhirContext,
  given: {
    readonly thread: Readonly<Record<string, unknown>>;
    readonly message: Pick<Message, 'body' | 'answers' | 'cards'>;
    readonly now: Instant;
    readonly key: string;
    readonly request: string;
  },
): Json[] {
  const { thread, message, now, key, request } = given;
  const head = {
    resourceType: 'Communication',
    identifier: [keyed(`${key}-thread`)],
    status: 'in-progress',
    ...thread,
    extension: [...listAt(thread, 'extension'), extension('last', now)],
    sent: now,
  };
  const waiting = { start: now, end: promised(context, { topic: thread.topic }, now) };
  const custody = {
    ...custodyTask(newCustody(NEW_THREAD, thread.subject, now), { status: 'requested', turn: 'practice', waiting }, now),
    identifier: [keyed(`${key}-custody`)],
    requester: { reference: context.me.id, display: context.me.name },
  };
  const first = {
    ...newMessage(context, { id: NEW_THREAD, subject: thread.subject, topic: thread.topic }, { ...message, now }),
    partOf: [{ reference: NEW_THREAD }],
    identifier: [keyed(key, request)],
  };
  return [post(head, NEW_THREAD), post(first, NEW_MESSAGE), post(custody)];
}

/** The receipt for what became of a first message: as both are by now. */
export async function receiptFrom(context: FhirContext, written: Resource, given: CallOptions | WriteOptions): Promise<Receipt> {
  const thread = idIn(at(written, 'partOf.0'), 'Communication') ?? '';
  const state = await stateOf(context, thread, given);
  const [told] = await tellThreads(context, [state], given);
  await context.directory.learn([written], given);
  return { thread: told!.thread, message: entryOf(written, state.head, context) as Message };
}
