const FIRST = 1_000;
const LONGEST = 5 * 60_000;

/**
 * How long to wait before the next try, in milliseconds: a random share of a doubling span ("full jitter"), so that
 * a thousand pages do not come back in step. Never earlier than the backend asked, and never later than 5 minutes.
 */
export function retryDelay(attempt: number, retryAfter = 0, random: () => number = Math.random): number {
  const span = Math.min(LONGEST, FIRST * 2 ** attempt);
  return Math.min(LONGEST, Math.max(retryAfter, random() * span));
}
