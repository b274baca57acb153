/** Time, as an adapter knows it. Tests bring their own. */
export interface AdapterClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once; the returned function calls it off. */
  after(milliseconds: number, call: () => void): () => void;
}

export const systemClock: AdapterClock = {
  now: () => Date.now(),
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};

/**
 * Gives work a limit. Rejects with the caller's reason when they give up, or with `timedOut` when the time is over;
 * the signal the work is given ends with either.
 */
export function limited<T>(
  clock: AdapterClock,
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
