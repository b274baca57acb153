import type { Clock, Network } from '../../src/client/surroundings.js';

/** Lets everything run that does not wait for the clock. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve, 0));
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

export interface HandClock extends Clock {
  /** Moves time on, and calls whatever was due on the way. */
  advance(milliseconds: number): Promise<void>;
  /** How many calls are waiting. */
  readonly waiting: number;
}

/** A clock that stands still until it is moved. */
export function handClock(start = '2026-11-23T22:34:00Z'): HandClock {
  let now = Date.parse(start);
  const calls = new Set<{ at: number; call: () => void }>();
  return {
    now: () => now,
    after(milliseconds, call) {
      const entry = { at: now + milliseconds, call };
      calls.add(entry);
      return () => calls.delete(entry);
    },
    get waiting() {
      return calls.size;
    },
    async advance(milliseconds) {
      // What is under way may be about to set a timer of its own.
      await settle();
      const end = now + milliseconds;
      for (;;) {
        const next = [...calls].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        now = Math.max(now, next.at);
        calls.delete(next);
        next.call();
        await settle();
      }
      now = end;
      await settle();
    },
  };
}

export interface SwitchedNetwork extends Network {
  set(online: boolean): void;
}

/** A network with a switch. */
export function switchedNetwork(): SwitchedNetwork {
  let online = true;
  const listeners = new Set<() => void>();
  return {
    isOnline: () => online,
    listen(call) {
      listeners.add(call);
      return () => listeners.delete(call);
    },
    set(now) {
      online = now;
      for (const call of listeners) call();
    },
  };
}
