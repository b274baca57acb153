import type { Clock } from '../../adapter/clock.js';
import type { AdapterError } from '../../adapter/errors.js';
import type { ChangesPort } from '../../adapter/ports/changes.js';

/** A line on which hints come, for as long as it is open. */
export interface Line {
  /** Ends the line: by whoever listens, or because nothing has come for too long. */
  readonly signal: AbortSignal;
  /** It is open, and hints come. */
  live(): void;
  /** Something has come, so that the other end is there. */
  heard(): void;
  hint(): void;
}

// A backend says something every few seconds. A line silent for longer is dead, whatever the network says.
const SILENCE = 60_000;
const SHORTEST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;

/** Asking these again brings the same answer. */
const FINAL = /forbidden|not-found|gone|unsupported/;

/**
 * Keeps a line open: opens it again by itself, a little later each time and at random, so that a thousand pages do not
 * come back in step. Rests while the page is hidden.
 *
 * @param open - Opens the line, and settles when it has ended. A rejection that is final is the end for good.
 */
export function keptOpen(clock: Clock, open: (line: Line) => Promise<void>): NonNullable<ChangesPort['watch']> {
  return (sink) => {
    const page = globalThis.document;
    let line: AbortController | undefined;
    let callOff = (): void => {};
    let tries = 0;

    async function listen(ending: AbortController): Promise<void> {
      const stillThere = (): void => {
        callOff();
        callOff = clock.after(SILENCE, () => ending.abort());
      };
      let again = true;
      let told = 0;
      try {
        stillThere();
        await open({
          signal: ending.signal,
          live: () => sink.state('live'),
          heard() {
            stillThere();
            // Only a line that brings something is worth coming back to at once.
            tries = 0;
          },
          hint: () => sink.hint(),
        });
      } catch (error) {
        const { code, retryAfter = 0 } = (error ?? {}) as Partial<AdapterError>;
        again = !FINAL.test(String(code));
        told = retryAfter;
      }
      ending.abort();
      if (line !== ending) return;
      callOff();
      line = undefined;
      sink.state(globalThis.navigator?.onLine === false ? 'offline' : 'polling');
      const longest = Math.min(LONGEST_WAIT, SHORTEST_WAIT * 2 ** tries++);
      // Never earlier than told, and even then not in step (row F05).
      if (again) callOff = clock.after(told + SHORTEST_WAIT / 2 + Math.random() * longest, start);
    }

    function start(): void {
      if (line || page?.hidden) return;
      callOff();
      line = new AbortController();
      void listen(line);
    }

    function rest(): void {
      const ending = line;
      line = undefined;
      callOff();
      ending?.abort();
    }

    function follow(): void {
      if (!page?.hidden) return start();
      rest();
      sink.state('polling');
    }

    page?.addEventListener('visibilitychange', follow);
    start();
    return () => {
      page?.removeEventListener('visibilitychange', follow);
      rest();
    };
  };
}
