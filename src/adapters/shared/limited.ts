import type { Clock } from '../../adapter/clock.js';

/**
 * Gives work a limit. Rejects with the caller's reason when they give up, or with `timedOut` when the time is over;
 * the signal the work is given ends with either.
 */
export function limited<T>(
  clock: Clock,
  milliseconds: number,
  caller: AbortSignal,
  timedOut: Error,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const ending = new AbortController();
    const end = (): void => {
      reject(caller.aborted ? (caller.reason as Error) : timedOut);
      ending.abort();
    };
    const callOff = clock.after(milliseconds, end);
    caller.addEventListener('abort', end);
    // Work that ignores its signal, such as a host's token callback, must not outlive the limit either.
    work(ending.signal)
      .then(resolve, reject)
      .finally(() => {
        callOff();
        caller.removeEventListener('abort', end);
      });
  });
}
