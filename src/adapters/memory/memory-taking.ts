import { AdapterError } from '../../adapter/errors.js';
import { Instant } from '../../model/instant.js';
import type { SendKey } from '../../model/id.js';
import { messagingAt } from '../../model/messaging-at.js';
import type { Practice } from '../../model/practice.js';
import type { Session } from '../../model/session.js';
import type { MemoryBackend } from './memory-backend.js';
import { storableText, wrongAt } from './memory-text.js';

/** Fails while the practice takes no messages from patients. */
export function checkTaken({ practice, now }: MemoryBackend): void {
  if (messagingAt(practice, Date.parse(now())).state === 'open') return;
  throw new AdapterError('conflict', 'memory: the practice takes no messages now');
}

/** Takes no messages until a moment, or until {@link resume}. */
export function pause(
  backend: MemoryBackend,
  { me }: Session,
  given: { readonly until?: Instant | undefined; readonly note?: string | undefined },
  key: SendKey,
): Practice {
  return backend.once(me.id, key, ['pause', given], () => {
    const { until } = given;
    const isWrong = until !== undefined && !Instant.safeParse(until).success;
    if (isWrong || Date.parse(until ?? '') <= Date.parse(backend.now())) throw wrongAt('until');
    const note = given.note === undefined ? undefined : storableText(given.note, { field: 'note', budget: 750 });
    const { outsideHours = 'taken' } = backend.practice.messaging ?? {};
    backend.practice = { ...backend.practice, messaging: { state: 'paused', until, note, outsideHours } };
    return () => structuredClone(backend.practice);
  });
}

/** Puts back what the practice said before it paused. */
export function resume(backend: MemoryBackend, { me }: Session, key: SendKey): Practice {
  return backend.once(me.id, key, ['resume'], () => {
    if (backend.practice.messaging?.state === 'paused') backend.practice = backend.unpaused;
    return () => structuredClone(backend.practice);
  });
}
