import { AdapterError } from 'carethread/adapter';
import {
  amendMessage,
  type Client,
  claimThread,
  closeThread,
  logCall,
  newSendKey,
  offerSlots,
  readThread,
  retractMessage,
  routeThread,
  sendMessage,
} from 'carethread/client';
import type { CallOutcome, Field, MessageId, Person, ResultId, Thread, ThreadId } from 'carethread/model';
import type { OfferedTimes } from './visits/offer.js';
import { failureWords, whatHappened } from './words.js';

/** What one can do with a thread at the desk. */
export type Act =
  | { readonly does: 'claim' }
  | { readonly does: 'route'; readonly to: Person; readonly note: string }
  | { readonly does: 'close'; readonly note: string }
  | { readonly does: 'call'; readonly outcome: Exclude<CallOutcome, 'other'>; readonly note: string }
  | { readonly does: 'ask'; readonly fields: readonly Field[]; readonly body: string }
  | { readonly does: 'link'; readonly thread: ThreadId; readonly body: string }
  | { readonly does: 'result'; readonly result: ResultId; readonly body: string }
  | OfferedTimes
  | { readonly does: 'amend'; readonly message: MessageId; readonly body: string }
  | { readonly does: 'retract'; readonly message: MessageId };

/** What came of it, in words, and the thread as it is now if that is known. */
export interface Outcome {
  readonly isDone: boolean;
  readonly words: string;
  readonly thread?: Thread | undefined;
}

/** Does it, as far as the thread is still with whom it was when `me` looked. */
export async function carryOut(client: Client, me: Person, seen: Thread, act: Act): Promise<Outcome> {
  const { signal } = new AbortController();
  try {
    return await attempt(client, seen, act, signal);
  } catch (error) {
    const now = await readThread(client, seen.id, { signal }).catch(() => undefined);
    const changed = error instanceof AdapterError && (error.code === 'stale' || error.code === 'conflict');
    if (!changed || !now) return { isDone: false, words: failureWords(error), thread: now };
    if (!isWithTheSame(now, seen)) return { isDone: false, words: whatHappened(now, me), thread: now };
    // Somebody read or wrote in it meanwhile. Who has it is what counts here, and that is as it was.
    return attempt(client, now, act, signal).catch((again: unknown) => {
      return { isDone: false, words: failureWords(again), thread: now };
    });
  }
}

async function attempt(client: Client, seen: Thread, act: Act, signal: AbortSignal): Promise<Outcome> {
  const done = (words: string, thread?: Thread): Outcome => ({ isDone: true, words, thread });
  const thread = seen.id;
  switch (act.does) {
    case 'claim':
      return done('You have this now.', await claimThread(client, seen, { signal }));
    case 'route':
      return done(
        `Passed to ${act.to.name}.`,
        await routeThread(client, seen, { to: act.to.id, note: act.note }, { signal }),
      );
    case 'close':
      return done('Closed.', await closeThread(client, seen, { note: act.note }, { signal }));
    case 'call': {
      const { outcome, note } = act;
      const after = await logCall(client, seen, { outcome, note }, { signal });
      return done(outcome === 'reached' ? 'Noted. That answers it.' : 'Noted. It still waits for an answer.', after);
    }
    case 'ask':
      sendMessage(client, { thread, body: act.body, cards: [{ kind: 'detail-request', fields: [...act.fields] }] });
      return done('Asked. It stands above, and says how far it has come.');
    case 'link':
      sendMessage(client, { thread, body: act.body, cards: [{ kind: 'thread-link', thread: act.thread }] });
      return done('Linked. It stands above, and says how far it has come.');
    case 'result':
      sendMessage(client, { thread, body: act.body, cards: [{ kind: 'result', result: act.result }] });
      return done('Sent. It stands above, and says how far it has come.');
    case 'offer': {
      const { subject, service, slots, body } = act;
      const { id } = await offerSlots(client, { subject, service, slots }, { signal, key: newSendKey() });
      sendMessage(client, { thread, body, cards: [{ kind: 'slot-offer', offer: id }] });
      return done('Offered. It stands above, and says how far it has come.');
    }
    case 'amend':
      await amendMessage(client, { thread, message: act.message, body: act.body }, { signal });
      return done('Changed. What it said before can still be seen.');
    case 'retract':
      await retractMessage(client, { thread, message: act.message }, { signal });
      return done('Taken back. That it was there can still be seen.');
  }
}

/** Whether it is still with whom it was. */
export function isWithTheSame({ custody: now }: Thread, { custody: before }: Thread): boolean {
  return now.state === before.state && now.holder?.id === before.holder?.id;
}
