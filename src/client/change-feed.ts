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
  let missedSome = false;
  let watching: AbortController | undefined;
  let stopWatch: (() => void) | undefined;

  function announce(changes: readonly Change[]): void {
    for (const listener of listeners) listener(changes);
  }

  /** Asks what changed. Hints that come meanwhile are answered by asking once more afterwards. */
  async function ask(signal: AbortSignal): Promise<void> {
    if (asking !== 'no') {
      asking = 'again';
      return;
    }
    do {
      asking = 'yes';
      try {
        await askOnce(signal);
      } catch (error) {
        missedSome = true;
        if (!signal.aborted) report({ code: codeOf(error), where: 'changes' });
      }
    } while ((asking as string) === 'again' && !signal.aborted);
    asking = 'no';
  }

  async function askOnce(signal: AbortSignal): Promise<void> {
    const first = since === undefined;
    const answer = await use('changes', (port) => port.changesSince(since, { signal }));
    const { changes, next } = checked(Changes, answer, 'changes.changesSince');
    if (signal.aborted) return;
    since = next;
    if (missedSome) announce(EVERYTHING);
    else if (!first && changes.length > 0) announce(changes);
    missedSome = false;
    await use('changes', (port) => {
      stopWatch ??= port.watch?.({ hint: () => void ask(signal), state: (now) => follow(now, signal) });
      return Promise.resolve();
    });
  }

  function follow(now: LiveState, signal: AbortSignal): void {
    // Coming back to life means that hints may have been missed.
    const revived = now === 'live' && state !== 'live';
    state = now;
    if (revived) void ask(signal);
  }

  function start({ signal }: AbortController): void {
    void ask(signal);
    const stopNetwork = network.listen(() => {
      if (!network.isOnline()) return;
      missedSome = true;
      void ask(signal);
    });
    let callOff = () => {};
    const wait = () => {
      callOff = clock.after(state === 'live' ? ASK_EVERY : POLL_EVERY, () => {
        wait();
        if (globalThis.document?.hidden !== true) void ask(signal);
      });
    };
    wait();
    signal.addEventListener('abort', () => {
      stopNetwork();
      callOff();
      stopWatch?.();
      stopWatch = undefined;
      state = 'polling';
    });
  }

  return {
    get state() {
      return state;
    },
    announce,
    listen(listener) {
      listeners.add(listener);
      if (!watching) start((watching = new AbortController()));
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
