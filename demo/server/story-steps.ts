import { PersonId, ThreadId, type CardDraft, type MessageId } from 'carethread/model';
import type { Act } from './conversation/act.js';
import { amend, retract } from './conversation/amend.js';
import { logCall } from './conversation/call.js';
import { claim, close, route } from './conversation/custody.js';
import { expire } from './conversation/expire.js';
import { markRead } from './conversation/read-mark.js';
import { reply } from './conversation/reply.js';
import { settle } from './conversation/settle.js';
import { findThread } from './conversation/threads.js';
import type { Step } from './directory/story.js';

/** Does one step of a story in its thread. What it links to is a thread by now. */
export async function takeStep(act: Act, thread: string, step: Step): Promise<void> {
  const { does, text = '', to, outcome = 'reached' } = step;
  const target = { thread, ifVersion: undefined };
  switch (does) {
    case 'open': {
      const { last_message } = await findThread(act, thread);
      return markRead(act, thread, last_message as MessageId);
    }
    case 'claim':
      await claim(act, target);
      return;
    case 'route':
      await route(act, target, PersonId.parse(to), text);
      return;
    case 'reply':
      await reply(act, thread, { body: text, cards: cardsOf(step) }, null);
      return;
    case 'amend':
      await amend(act, { thread, message: await lastOwn(act, thread) }, text);
      return;
    case 'retract':
      await retract(act, { thread, message: await lastOwn(act, thread) });
      return;
    case 'call':
      await logCall(act, target, { outcome, note: text });
      return;
    case 'settle':
      await settle(act, target);
      return;
    case 'close':
      await close(act, target, text);
      return;
    case 'expire':
      await expire(act, await findThread(act, thread));
  }
}

function cardsOf({ asks, links }: Step): CardDraft[] {
  return [
    ...(asks ? [{ kind: 'detail-request' as const, fields: asks }] : []),
    ...(links === undefined ? [] : [{ kind: 'thread-link' as const, thread: ThreadId.parse(links) }]),
  ];
}

async function lastOwn({ database, reader }: Act, thread: string): Promise<string> {
  const { id } = await database
    .selectFrom('entry')
    .select('id')
    .where('thread', '=', thread)
    .where('author', '=', reader.person.id)
    .where('type', '=', 'message')
    .orderBy('position', 'desc')
    .executeTakeFirstOrThrow();
  return id;
}
