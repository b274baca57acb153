import type { Clock } from '../../adapter/clock.js';
import type { ChangesPort } from '../../adapter/ports/changes.js';
import type { Http } from '../shared/http.js';
import { keptOpen } from '../shared/kept-open.js';
import { oneLine } from '../shared/one-line.js';

/**
 * Hints by server-sent events, read from a fetch so that the token stays in a header.
 *
 * @param session - Names the API and the reader, so that all pages of a browser with the same share one stream.
 */
export function restWatch({ open }: Http, clock: Clock, session: string): NonNullable<ChangesPort['watch']> {
  const watch = keptOpen(clock, async ({ signal, live, heard, hint }) => {
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
  return oneLine(`carethread ${session}`, watch);
}
