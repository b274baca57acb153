import type { WriteOptions } from '../../adapter/call-options.js';
import { AdapterError } from '../../adapter/errors.js';
import type { MessageChange } from '../../adapter/ports/messages.js';
import type { Message } from '../../model/message.js';
import { wrongAt, writtenText } from '../shared/written-text.js';
import { type Act, changeThread, fingerprint, put } from './changing-thread.js';
import { answeredIn, entryOf, isEvent } from './communication.js';
import type { FhirContext } from './fhir-context.js';
import { listAt, type Resource } from './json.js';
import { lineIn } from './lines.js';
import { checkOpen, checkTaken, messageFrom } from './replying.js';
import { extension, extensionsOf, OURS } from './terms.js';
import { budgetOf, type ThreadState } from './thread-state.js';
import { answeredExtension, keyed, payloadsOf } from './written-message.js';

/**
 * Changes the words of a message of one's own. It stays the same Communication, so that what refers to it still does,
 * and keeps what it said before in an extension.
 */
export function amend(context: FhirContext, { body: words, ...which }: MessageChange & { readonly body: string }, given: WriteOptions): Promise<Message> {
  return change(context, which, given, ['amend', words], (line, message, now) => {
    if (!context.isStaff) checkTaken(context);
    const body = writtenText(words, { field: 'body', budget: budgetOf(context) });
    if (body === message.body) return undefined;
    const before = { url: `${OURS}amended`, extension: [extension('body', message.body), extension('until', now)] };
    return { ...line, extension: [...listAt(line, 'extension'), before], payload: payloadsOf({ ...message, body }) };
  });
}

/** Takes back a message of one's own: `entered-in-error`, without its words. The server's history may still have them. */
export function retract(context: FhirContext, which: MessageChange, given: WriteOptions): Promise<Message> {
  return change(context, which, given, ['retract'], (line) => ({
    ...line,
    status: 'entered-in-error',
    payload: undefined,
    extension: extensionsOf(line, 'relationship'),
    identifier: listAt(line, 'identifier').map((each) => ({ ...(each as object), extension: undefined })),
  }));
}

async function change(
  context: FhirContext,
  { thread, message: id }: MessageChange,
  given: WriteOptions,
  asked: readonly string[],
  changed: (line: Resource, message: Message, now: string) => Record<string, unknown> | undefined,
): Promise<Message> {
  const request = fingerprint([...asked, thread, id]);
  let line: Resource | undefined;
  const written = await changeThread(context, thread, given, request, async (state, now): Promise<Act | undefined> => {
    line = await lineIn(context, thread, id, given);
    if (!line || isEvent(line)) throw wrongAt('message');
    await context.directory.learn([state.head, line], given);
    const message = entryOf(line, state.head, context) as Message;
    if (message.author.id !== context.me.id) throw new AdapterError('forbidden', 'not your message');
    checkOpen(context, state);
    if (message.retractedAt) throw new AdapterError('conflict', 'it was taken back');
    const after = changed(line, message, now);
    if (!after) return undefined;
    const identifier = [...listAt(after, 'identifier'), keyed(given.key, request)];
    return { entries: [put({ ...after, identifier })], ...askedAgain(state, id, after.status) };
  });
  return messageFrom(context, thread, (written ?? line)!, given);
}

/** What a message answered that was taken back is asked again. */
function askedAgain({ head }: ThreadState, id: string, status: unknown): Pick<Act, 'extensions'> {
  if (status !== 'entered-in-error') return {};
  const left = Object.entries(answeredIn(head)).filter(([, answer]) => answer !== id);
  return { extensions: { answered: left.map(([asked, answer]) => answeredExtension(asked, `Communication/${answer}`)) } };
}
