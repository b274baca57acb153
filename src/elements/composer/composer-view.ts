import type { Client } from '../../client/client.js';
import { readThread } from '../../client/messages.js';
import type { ThreadId } from '../../model/id.js';
import type { Subject } from '../../model/person.js';
import type { Thread } from '../../model/thread.js';
import { readSurroundings, type Surroundings } from '../shared/surroundings.js';
import { isClosed } from '../shared/whose-turn.js';

/** All that the composer has to know of its thread. */
export interface ComposerView extends Surroundings {
  readonly thread: Thread;
  /** Whom the reader may write about. */
  readonly subjects: readonly Subject[];
  /** Whether one can write here at all. */
  readonly canSend: boolean;
  /** Whether a thread that is over can go on in a new one. */
  readonly canContinue: boolean;
}

export async function readComposer(client: Client, id: ThreadId, signal: AbortSignal): Promise<ComposerView> {
  const options = { signal };
  const [around, { messages, subjects }, thread] = await Promise.all([
    readSurroundings(client, options),
    client.connect(),
    readThread(client, id, options),
  ]);
  const has = (method: 'send' | 'continue') => typeof messages?.[method] === 'function';
  return { ...around, thread, subjects, canSend: has('send'), canContinue: has('continue') };
}

/**
 * Whether one can write, at a glance. Where that takes more to know, such as the time of day, what is fetched then knows
 * it. Who works at the practice can always write.
 */
export function isOpen({ thread, me, practice, canSend }: ComposerView): boolean {
  const { answers = 'messages' } = thread.custody.holder ?? {};
  return canSend && !isClosed(thread) && (me.kind === 'staff' || (!practice?.messaging && answers === 'messages'));
}
