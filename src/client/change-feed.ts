import type { LiveState } from '../adapter/ports/changes.js';
import type { Change } from '../model/change.js';
import { type ChangeWatch, type ChangeWatchOptions, EVERYTHING, watchChanges } from './change-watch.js';
import { tell } from './tell.js';

/** Tells who wants to know when something changed. The backend is watched while anyone listens. */
export interface ChangeFeed {
  /** The returned function stops listening. */
  listen(listener: (changes: readonly Change[]) => void): () => void;
  /** Tells the listeners at once, for what this page itself has changed. */
  announce(changes: readonly Change[]): void;
  /** Watches anew, for another session, and has everything read again. */
  restart(): void;
  readonly state: LiveState;
  /** Stops for good. */
  close(): void;
}

export interface ChangeFeedOptions extends Omit<ChangeWatchOptions, 'announce'> {
  /** Hears of changes before the listeners do. Does not make the backend be watched. */
  readonly heard?: ((changes: readonly Change[]) => void) | undefined;
}

export function createChangeFeed(options: ChangeFeedOptions): ChangeFeed {
  const listeners = new Set<(changes: readonly Change[]) => void>();
  let watch: ChangeWatch | undefined;
  const announce = (changes: readonly Change[]): void => {
    options.heard?.(changes);
    tell(listeners, options.report, changes);
  };

  function stop(): void {
    watch?.stop();
    watch = undefined;
  }

  return {
    get state() {
      return watch?.state ?? 'polling';
    },
    announce,
    listen(listener) {
      listeners.add(listener);
      watch ??= watchChanges({ ...options, announce });
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
    restart() {
      stop();
      if (listeners.size > 0) watch = watchChanges({ ...options, announce });
      announce(EVERYTHING);
    },
    close() {
      stop();
      listeners.clear();
    },
  };
}
