import type { LiveState } from '../adapter/ports/changes.js';
import type { AdapterError } from '../adapter/errors.js';
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
/** So many hints in a second are asked about at once. Of more, the last one is, when the second is over (row F25). */
const AT_ONCE = 4;
const SECOND = 1_000;

/** Something may have changed anywhere: read again whatever is shown. */
export const EVERYTHING: readonly Change[] = [{ kind: 'other' }];

/** Asks what changed: when the backend pushes a hint, when the network is back, and every so often. */
export function watchChanges({ use, clock, network, report, announce }: ChangeWatchOptions): ChangeWatch {
  const ending = new AbortController();
  const { signal } = ending;
  let state: LiveState = 'polling';
  let since: string | undefined;
  let isAsking = false;
  let isAskedAgain = false;
  let missedSome = false;
  /** The longest wait for the next try while it fails. */
  let patience = Infinity;
  let stopWatch: (() => void) | undefined;
  /** Hints in this second, and what calls off its end. */
  let hints = 0;
  let secondOff = () => {};
  /** The practice has said when to come back: until then it is not asked. */
  let isAway = false;

  /** A flood of hints is asked about a few times a second: elements that read for each would never see an answer. */
  function hint(): void {
    if (hints++ < AT_ONCE) void ask();
    if (hints > 1) return;
    secondOff = clock.after(SECOND, () => {
      const missed = hints - AT_ONCE;
      hints = 0;
      if (missed > 0) hint();
    });
  }

  /** Hints that come while it asks are answered by asking once more afterwards. */
  async function ask(): Promise<void> {
    if (isAway) return;
    isAskedAgain = isAsking;
    if (isAsking) return;
    isAsking = true;
    await askOnce().catch(failed);
    isAsking = false;
    if (isAskedAgain && !signal.aborted) void ask();
  }

  async function askOnce(): Promise<void> {
    const answer = await use('changes', async (port) => {
      const listed = await port.changesSince(since, { signal });
      if (!signal.aborted) stopWatch ??= port.watch?.({ hint, state: follow });
      return listed;
    });
    const { changes, next } = checked(Changes, answer, 'changes.changesSince');
    if (signal.aborted) return;
    patience = Infinity;
    if (missedSome) announce(EVERYTHING);
    else if (since !== undefined && changes.length > 0) announce(changes);
    since = next;
    missedSome = false;
  }

  function failed(error: unknown): void {
    if (signal.aborted) return;
    const { code, retryAfter, retryable } = error as AdapterError;
    // A backend that lists no changes is looked through as a whole.
    if (code === 'unsupported') return missedSome ? announce(EVERYTHING) : void (missedSome = true);
    missedSome = true;
    // A bookmark that is refused once would be refused for ever; all is read again anyway.
    if (!retryable) since = undefined;
    report({ code, where: 'changes' });
    // Never earlier than told (row F05); whatever would have asked meanwhile is answered then.
    isAway = Boolean(retryAfter);
    if (!isAway && (patience < Infinity || (code !== 'offline' && code !== 'unavailable'))) return;
    patience = ANOTHER_TRY;
    callOff();
    wait(false, retryAfter);
  }

  function follow(now: LiveState): void {
    if (now === state) return;
    state = now;
    // Coming back to life means that hints may have been missed.
    if (now === 'live') void ask();
  }

  const stopNetwork = network.listen(() => {
    if (!network.isOnline()) return;
    missedSome = true;
    // A device says that it is online before it can reach anything.
    patience = Infinity;
    void ask();
  });

  let callOff = () => {};
  const wait = (isFirst: boolean, time = Math.min(patience, state === 'live' ? ASK_EVERY : POLL_EVERY)): void => {
    callOff = clock.after(time, () => {
      isAway = false;
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
      secondOff();
      stopWatch?.();
    },
  };
}
