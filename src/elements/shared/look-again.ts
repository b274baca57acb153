import { messagingAt } from '../../model/messaging-at.js';
import type { Surroundings } from './surroundings.js';

/**
 * When to look again whether the practice takes messages: as a pause ends, as it opens, and, where it takes them only
 * then, as it closes. `now` in milliseconds since the epoch. Undefined: nothing changes by the clock.
 */
export function lookAgainAt({ practice }: Pick<Surroundings, 'practice'>, now: number): string | undefined {
  if (!practice?.messaging) return undefined;
  const { state, opensAt } = messagingAt(practice, now);
  if (state !== 'open') return opensAt;
  // When it closes is not said: it is looked at every minute.
  return practice.messaging.outsideHours === 'refused' ? new Date(now + 60_000).toISOString() : undefined;
}
