import type { EventId } from '../../model/id.js';
import type { ThreadEvent } from '../../model/message.js';
import type { MemoryBackend } from './memory-backend.js';
import type { ThreadRecord } from './thread-record.js';

/** Writes down that something happened to a thread, at the end of its line. */
export function addEvent(
  backend: MemoryBackend,
  { id, entries }: ThreadRecord,
  event: Pick<ThreadEvent, 'kind' | 'actor' | 'to' | 'note' | 'outcome' | 'continuedBy'>,
): void {
  entries.push({ type: 'event', id: backend.newId('event') as EventId, thread: id, at: backend.now(), ...event });
}
