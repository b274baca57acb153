import type { PortName, Ports } from '../adapter/adapter.js';
import type { LiveState } from '../adapter/ports/changes.js';
import { type Change, Changes } from '../model/change.js';
import { checked } from './checked.js';
import type { Report } from './report.js';
import type { Clock, Network } from './surroundings.js';

/** Tells who wants to know when something changed. A backend's push is a hint; what it lists is the truth. */
export interface ChangeFeed {
  /** The backend is watched while anyone listens. The returned function stops listening. */
  listen(listener: (changes: readonly Change[]) => void): () => void;
  /** Tells the listeners at once, for what this page itself has changed. */
  announce(changes: readonly Change[]): void;
  readonly state: LiveState;
  close(): void;
}

export interface ChangeFeedOptions {
  use<P extends PortName, T>(port: P, call: (port: NonNullable<Ports[P]>) => Promise<T>): Promise<T>;
  readonly clock: Clock;
  readonly network: Network;
  readonly report: (report: Report) => void;
}

/** Asked even when a push is open: a stream may have died without a word, and hints may be lost. */
const ASK_EVERY = 60_000;
/** What is asked with no push at all: a waiting patient should not wait a minute more. */
const POLL_EVERY = 15_000;

/** Something may have changed anywhere: read again whatever is shown. */
const EVERYTHING: readonly Change[] = [{ kind: 'other' }];

export function createChangeFeed({ use, clock, network, report }: ChangeFeedOptions): ChangeFeed {
  const listeners = new Set<(changes: readonly Change[]) => void>();
  let state: LiveState = 'polling';
  let since: string | undefined;
  let asking: 'no' | 'yes' | 'again' = 'no';
  let watching: AbortController | undefined;

  function announce(changes: readonly Change[]): void {
    for (const listener of listeners) listener(changes);
  }

  async function ask(signal: AbortSignal): Promise<void> {
    if (asking !== 'no') {
      asking = 'again';
      return;
    }
    asking = 'yes';
    try {
      const first = since === undefined;
      const answer = await use('changes', (port) => port.changesSince(since, { signal }));
      const { changes, next } = checked(Changes, answer, 'changes.changesSince');
      since = next;
      if (!first && changes.length > 0 && !signal.aborted) announce(changes);
    } catch (error) {
      if (!signal.aborted) report({ code: codeOf(error), where: 'changes.changesSince' });
    }
    const again = (asking as 'yes' | 'again') === 'again';
    asking = 'no';
    if (again && !signal.aborted) await ask(signal);
  }

  async function start({ signal }: AbortController): Promise<void> {
    await ask(signal);
    if (signal.aborted) return;
    const stopWatching = await watch(signal);
    const stopNetwork = network.listen(() => {
      if (!network.isOnline()) return;
      // A bookmark may have been missed while away, so that what is shown is read again in any case.
      announce(EVERYTHING);
      void ask(signal);
    });
    let callOff = () => {};
    const wait = () => {
      callOff = clock.after(state === 'live' ? ASK_EVERY : POLL_EVERY, () => {
        wait();
        if (globalThis.document?.hidden !== true) void ask(signal);
      });
    };
    const stop = () => {
      stopWatching();
      stopNetwork();
      callOff();
    };
    if (signal.aborted) return stop();
    wait();
    signal.addEventListener('abort', stop, { once: true });
  }

  async function watch(signal: AbortSignal): Promise<() => void> {
    try {
      let stop: (() => void) | undefined;
      await use('changes', (port) => {
        stop = port.watch?.({
          hint: () => void ask(signal),
          state(now) {
            // Coming back to life means that hints may have been missed.
            if (now === 'live' && state !== 'live') void ask(signal);
            state = now;
          },
        });
        return Promise.resolve();
      });
      return stop ?? (() => {});
    } catch (error) {
      if (!signal.aborted) report({ code: codeOf(error), where: 'changes.watch' });
      return () => {};
    }
  }

  return {
    get state() {
      return state;
    },
    announce,
    listen(listener) {
      listeners.add(listener);
      if (!watching) void start((watching = new AbortController()));
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        watching?.abort();
        watching = undefined;
      };
    },
    close() {
      watching?.abort();
      listeners.clear();
    },
  };
}

function codeOf(error: unknown): string {
  return (error as { code?: string } | null)?.code ?? 'unavailable';
}
