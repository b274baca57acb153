import { restAdapter } from '../../src/adapters/rest/rest-adapter.js';
import { createClient } from '../../src/client/client.js';
import type { Change } from '../../src/model/change.js';

/** What a test sees of a page in a frame. */
export interface LinePage {
  /** How many streams this page has opened. */
  readonly streams: () => number;
  readonly state: () => string;
  readonly heard: readonly Change[];
  /** From now on no stream of this page opens, until the returned function is called. */
  hold(): () => void;
}

/** Watches a backend as a page does: run in a frame, where it ends with the frame. */
export function watchAsPage(baseUrl: string, token: string): LinePage {
  const heard: Change[] = [];
  let streams = 0;
  let held = Promise.resolve();
  const adapter = restAdapter({
    baseUrl,
    getToken: () => Promise.resolve({ token, expiresAt: '2099-01-01T00:00:00Z' }),
    async fetch(input, init) {
      if (new Request(input, init).url.endsWith('/changes/stream')) {
        streams++;
        await held;
      }
      return fetch(input, init);
    },
  });
  const client = createClient(adapter);
  client.changes.listen((changes) => heard.push(...changes));
  const hold = (): (() => void) => {
    let release = (): void => {};
    held = new Promise((resolve) => (release = resolve));
    return release;
  };
  return { streams: () => streams, state: () => client.changes.state, heard, hold };
}
