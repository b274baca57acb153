import type { Clock } from '../../adapter/clock.js';
import type { ChangesPort } from '../../adapter/ports/changes.js';
import type { Http } from '../shared/http.js';

// A backend sends a comment every few seconds. A stream silent for longer is dead, whatever the network says.
const SILENCE = 60_000;
const SHORTEST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;

/** Asking these again brings the same answer. */
const FINAL = /forbidden|not-found|gone|unsupported/;

/**
 * Hints by server-sent events, read from a fetch so that the token stays in a header. Opens again by itself, a little
 * later each time and at random, so that a thousand pages do not come back in step. Rests while the page is hidden.
 */
export function restWatch({ open }: Http, clock: Clock): NonNullable<ChangesPort['watch']> {
  return (sink) => {
    const page = globalThis.document;
    let stream: AbortController | undefined;
    let callOff = (): void => {};
    let tries = 0;

    async function listen(ending: AbortController): Promise<void> {
      const { signal } = ending;
      const stillThere = (): void => {
        callOff();
        callOff = clock.after(SILENCE, () => ending.abort());
      };
      let again = true;
      try {
        stillThere();
        const { body } = await open('GET /changes/stream', signal);
        const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
        let begun = '';
        sink.state('live');
        for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
          stillThere();
          // Only a stream that brings something is worth coming back to at once.
          tries = 0;
          // Only the name of an event says anything here, and a chunk may end in the middle of it.
          const lines = (begun + chunk.value).split(/[\r\n]/);
          begun = lines.pop()!;
          for (const line of lines) if (/^event: ?change$/.test(line)) sink.hint();
        }
      } catch (error) {
        again = !FINAL.test(String((error as { code?: unknown } | null)?.code));
      }
      ending.abort();
      if (stream !== ending) return;
      callOff();
      stream = undefined;
      sink.state(globalThis.navigator?.onLine === false ? 'offline' : 'polling');
      const longest = Math.min(LONGEST_WAIT, SHORTEST_WAIT * 2 ** tries++);
      if (again) callOff = clock.after(SHORTEST_WAIT / 2 + Math.random() * longest, start);
    }

    function start(): void {
      if (stream || page?.hidden) return;
      callOff();
      stream = new AbortController();
      void listen(stream);
    }

    function rest(): void {
      const ending = stream;
      stream = undefined;
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
