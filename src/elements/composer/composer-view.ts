import type { Client } from '../../client/client.js';
import { readThread } from '../../client/messages.js';
import type { ThreadId } from '../../model/id.js';
import type { Thread } from '../../model/thread.js';
import { readSurroundings, type Surroundings } from '../shared/surroundings.js';

/** All that the composer has to know of its thread. */
export interface ComposerView extends Surroundings {
  readonly thread: Thread;
  /** Whether one can write here at all. */
  readonly canSend: boolean;
}

export async function readComposer(client: Client, id: ThreadId, signal: AbortSignal): Promise<ComposerView> {
  const options = { signal };
  const [around, { messages }, thread] = await Promise.all([
    readSurroundings(client, options),
    client.connect(),
    readThread(client, id, options),
  ]);
  return { ...around, thread, canSend: typeof messages?.send === 'function' };
}
