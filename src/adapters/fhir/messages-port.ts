import type { MessagesPort } from '../../adapter/ports/messages.js';
import { AdapterError } from '../../adapter/errors.js';
import { transact } from './bundle.js';
import { entryOf, isEntry, keyed } from './communication.js';
import { receiptFor, receiptTask } from './custody.js';
import type { FhirContext } from './fhir-context.js';
import { lineIn } from './lines.js';
import { pageByTime } from './paging.js';
import { reply } from './replying.js';
import { isId, referenceIn } from './terms.js';
import { listThreads } from './listing.js';
import { amend, retract } from './rewording.js';
import { continueThread, settle } from './ending.js';
import { put, post } from './changing-thread.js';
import { linesOf, stateOf, tellThreads } from './thread-state.js';
import { wrongAt } from '../shared/written-text.js';
import type { ResultsPort } from '../../adapter/ports/results.js';

/** Conversations, as Communications that are part of one. */
export function messagesPort(context: FhirContext, readResult: ResultsPort['readResult'] | undefined): MessagesPort {
  const { http, capabilities, directory, me } = context;
  return {
    idempotency: capabilities.conditionalCreate ? 'conditional-create' : 'none',
    listThreads: (query, given) => listThreads(context, query, given),

    async readThread(thread, given) {
      const state = await stateOf(context, thread, given);
      return (await tellThreads(context, [state], given))[0]!.thread;
    },

    async listEntries({ thread, after }, given) {
      given.signal.throwIfAborted();
      if (!isId(thread)) throw new AdapterError('not-found', 'no such thread');
      const [{ head }, page] = await Promise.all([
        stateOf(context, thread, given),
        pageByTime(http, linesOf({ id: thread }), { by: 'sent', after }, given),
      ]);
      const isWhole = page.bookmark === undefined;
      const lines = [...page.matches.filter(isEntry), ...(isWhole && head.payload !== undefined ? [head] : [])];
      await directory.learn([head, ...lines], given);
      return { items: lines.map((line) => entryOf(line, head, context)), next: page.bookmark };
    },

    send: (draft, given) => reply(context, draft, given, readResult),

    async markRead({ thread, upTo }, given) {
      const { head, tasks } = await stateOf(context, thread, given);
      const message = await lineIn(context, thread, upTo, given);
      if (!message) throw wrongAt('upTo');
      const before = receiptFor(tasks, me.id);
      const read = before && (await lineIn(context, thread, referenceIn(before.reasonReference)?.split('/')[1] ?? '', given));
      if (read && Date.parse(String(read.sent)) >= Date.parse(String(message.sent))) return;
      const now = new Date(http.now()).toISOString();
      const reader = { reference: me.id, display: me.name };
      const task = receiptTask(before, { head: `Communication/${thread}`, subject: head.subject, reader, upTo, now });
      const key = `${thread}-${me.id.replace('/', '-')}`;
      await transact(http, [before ? put(task) : post({ ...task, identifier: [keyed(key)] })], given);
    },

    continue: (draft, given) => continueThread(context, draft, given),
    settle: (thread, given) => settle(context, thread, given),
    amend: (change, given) => amend(context, change, given),
    retract: (change, given) => retract(context, change, given),
  };
}
