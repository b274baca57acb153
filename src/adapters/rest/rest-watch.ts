import type { Clock } from '../../adapter/clock.js';
import type { ChangesPort } from '../../adapter/ports/changes.js';
import type { Http } from '../shared/http.js';
import { keptOpen } from '../shared/kept-open.js';

/** Hints by server-sent events, read from a fetch so that the token stays in a header. */
export function restWatch({ open }: Http, clock: Clock): NonNullable<ChangesPort['watch']> {
  return keptOpen(clock, async ({ signal, live, heard, hint }) => {
    const { body } = await open('GET /changes/stream', signal);
    const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
    let begun = '';
    live();
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      heard();
      // Only the name of an event says anything here, and a chunk may end in the middle of it.
      const lines = (begun + chunk.value).split(/[\r\n]/);
      begun = lines.pop()!;
      for (const line of lines) if (/^event: ?change$/.test(line)) hint();
    }
  });
}
