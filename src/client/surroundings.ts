/** Time, as the client knows it. Tests bring their own. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once; the returned function calls it off. */
  after(milliseconds: number, call: () => void): () => void;
}

/** Whether the device believes to have a network. It is wrong at times, so nothing relies on it alone. */
export interface Network {
  isOnline(): boolean;
  /** Calls back when the network comes or goes; the returned function stops that. */
  listen(call: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};

export const systemNetwork: Network = {
  // Node has a navigator without `onLine`: only a clear "no" counts.
  isOnline: () => globalThis.navigator?.onLine !== false,
  listen(call) {
    globalThis.addEventListener?.('online', call);
    globalThis.addEventListener?.('offline', call);
    return () => {
      globalThis.removeEventListener?.('online', call);
      globalThis.removeEventListener?.('offline', call);
    };
  },
};
