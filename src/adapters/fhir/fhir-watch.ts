import { type Clock, systemClock } from '../../adapter/clock.js';
import { AdapterError } from '../../adapter/errors.js';
import type { ChangesPort } from '../../adapter/ports/changes.js';
import { keptOpen } from '../shared/kept-open.js';
import { oneLine } from '../shared/one-line.js';
import type { FhirContext } from './fhir-context.js';
import { at, textAt } from './json.js';
import { subscribing } from './subscribing.js';

/** ms between two signs of life of ours, so that nothing on the way takes the socket for idle, and the server answers. */
const BEAT = 20_000;

/**
 * Hints by one websocket, bound to subscriptions by tokens that are sent in it: an address is written down on its way.
 * What a notification is about is not looked at. Whatever goes wrong, one is no worse off than by asking.
 */
export function fhirWatch(context: FhirContext, clock: Clock = systemClock): NonNullable<ChangesPort['watch']> {
  const subscribe = subscribing(context);
  let hasOpened = false;

  const watch = keptOpen(clock, async ({ signal, live, heard, hint }) => {
    if (!globalThis.WebSocket) throw new AdapterError('unsupported', 'there are no websockets here');
    const { url, tokens, lasts } = await subscribe({ signal });
    signal.throwIfAborted();
    const socket = new WebSocket(url);
    const close = (): void => socket.close();
    signal.addEventListener('abort', close);
    let unbound = tokens.length;
    let callOff = (): void => {};
    const beat = (): void => {
      callOff = clock.after(BEAT, () => {
        socket.send('{"type":"ping"}');
        beat();
      });
    };
    // Before what binds it runs out, it is opened anew.
    const renewOff = clock.after(lasts, close);
    try {
      await new Promise<void>((resolve) => {
        socket.onopen = () => {
          hasOpened = true;
          for (const token of tokens) socket.send(JSON.stringify({ type: 'bind-with-token', payload: { token } }));
          beat();
        };
        socket.onmessage = ({ data }: MessageEvent<unknown>) => {
          heard();
          const kind = kindOf(data);
          if (kind === 'handshake' && --unbound === 0) live();
          if (kind === 'event-notification' && !signal.aborted) hint();
        };
        socket.onclose = socket.onerror = () => resolve();
      });
    } finally {
      callOff();
      renewOff();
      signal.removeEventListener('abort', close);
      close();
    }
    // A page's own policy, or something on the way, lets none through: it would not the next time.
    if (!hasOpened && !signal.aborted) throw new AdapterError('unsupported', 'no websocket came to be');
  });
  return oneLine(`carethread ${context.http.baseUrl} ${context.me.id}`, watch);
}

/** What a frame says, such as `handshake` or `event-notification`; undefined for an answer to a beat, and what nobody knows. */
function kindOf(data: unknown): string | undefined {
  try {
    return textAt(at(JSON.parse(String(data)), 'entry.0'), 'resource.type');
  } catch {
    return undefined;
  }
}
