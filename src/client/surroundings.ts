export { type Clock, systemClock } from '../adapter/clock.js';

/** Whether the device believes to have a network. It is wrong at times, so nothing relies on it alone. */
export interface Network {
  isOnline(): boolean;
  /** Calls back when the network comes or goes; the returned function stops that. */
  listen(call: () => void): () => void;
}

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
