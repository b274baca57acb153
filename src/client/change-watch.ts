import type { LiveState } from '../adapter/ports/changes.js';
import { type Change, Changes } from '../model/change.js';
import { checked } from './checked.js';
import type { Report } from './report.js';
import type { ClientSession } from './session.js';
import type { Clock, Network } from './surroundings.js';

export interface ChangeWatchOptions {
  readonly use: ClientSession['use'];
  readonly clock: Clock;
  readonly network: Network;
  readonly report: (report: Report) => void;
  readonly announce: (changes: readonly Change[]) => void;
}

/** A backend being watched, from one bookmark to the next. */
export interface ChangeWatch {
  readonly state: LiveState;
  stop(): void;
}

/** Asked even when a push is open: a stream may have died without a word, and hints may be lost. */
const ASK_EVERY = 60_000;
/** What is asked with no push at all: a waiting patient should not wait a minute more. */
const POLL_EVERY = 15_000;
/** What is tried again when the practice could not be reached; each later try waits twice as long, up to the usual. */
const ANOTHER_TRY = 3_000;

/** Something may have changed anywhere: read again whatever is shown. */
export const EVERYTHING: readonly Change[] = [{ kind: 'other' }];

/** Asks what changed: when the backend pushes a hint, when the network is back, and every so often. */
export function watchChanges({ use, clock, network, report, announce }: ChangeWatchOptions): ChangeWatch {
  const ending = new AbortController();
  const { signal } = ending;
  let state: LiveState = 'polling';
  let since: string | undefined;
  let asking: 'no' | 'yes' | 'again' = 'no';
  let missedSome = false;
  /** The longest wait for the next try while it fails. */
  let patience = Infinity;
  let stopWatch: (() => void) | undefined;

  /** Hints that come while it asks are answered by asking once more afterwards. */
  async function ask(): Promise<void> {
    if (asking !== 'no') {
      asking = 'again';
      return;
    }
    do {
      asking = 'yes';
      await askOnce().catch(failed);
    } while ((asking as string) === 'again' && !signal.aborted);
    asking = 'no';
  }

  async function askOnce(): Promise<void> {
    const first = since === undefined;
    const answer = await use('changes', (port) => port.changesSince(since, { signal }));
    const { changes, next } = checked(Changes, answer, 'changes.changesSince');
    if (signal.aborted) return;
    since = next;
    patience = Infinity;
    if (missedSome) announce(EVERYTHING);
    else if (!first && changes.length > 0) announce(changes);
    missedSome = false;
    await use('changes', (port) => {
      if (!signal.aborted) stopWatch ??= port.watch?.({ hint: () => void ask(), state: follow });
      return Promise.resolve();
    });
  }

  function failed(error: unknown): void {
    if (signal.aborted) return;
    const { code = 'unavailable' } = error as { code?: string };
    // A backend that lists no changes is looked through as a whole.
    if (code === 'unsupported') return missedSome ? announce(EVERYTHING) : void (missedSome = true);
    missedSome = true;
    report({ code, where: 'changes' });
    if (patience < Infinity || (code !== 'offline' && code !== 'unavailable')) return;
    patience = ANOTHER_TRY;
    callOff();
    wait(false);
  }

  function follow(now: LiveState): void {
    // Coming back to life means that hints may have been missed.
    const revived = now === 'live' && state !== 'live';
    state = now;
    if (revived) void ask();
  }

  const stopNetwork = network.listen(() => {
    if (!network.isOnline()) return;
    missedSome = true;
    // A device says that it is online before it can reach anything.
    patience = Infinity;
    void ask();
  });

  let callOff = () => {};
  const wait = (isFirst: boolean): void => {
    callOff = clock.after(Math.min(patience, state === 'live' ? ASK_EVERY : POLL_EVERY), () => {
      wait(false);
      if (globalThis.document?.hidden === true) return;
      // What changed between an element's first look and the first bookmark was never listed.
      missedSome ||= isFirst;
      void ask();
    });
    patience *= 2;
  };
  wait(true);
  void ask();

  return {
    get state() {
      return state;
    },
    stop() {
      ending.abort();
      stopNetwork();
      callOff();
      stopWatch?.();
    },
  };
}
