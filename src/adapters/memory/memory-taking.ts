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
    return structuredClone(backend.practice);
  });
}

/** Puts back what the practice said before it paused. */
export function resume(backend: MemoryBackend, { me }: Session, key: SendKey): Practice {
  return backend.once(me.id, key, ['resume'], () => {
    const { practice, scenario } = backend;
    if (practice.messaging?.state === 'paused') {
      const { messaging } = scenario.practice;
      // A scenario may begin with a pause: then nobody knows what was before, and it is open.
      const before =
        messaging?.state === 'paused'
          ? ({ ...messaging, state: 'open', until: undefined, note: undefined } as const)
          : messaging;
      backend.practice = { ...practice, messaging: before };
    }
    return structuredClone(backend.practice);
  });
}
