import { expect, waitUntil } from '@open-wc/testing';
import type { LiveState } from '../../src/adapter/ports/changes.js';
import { restWatch } from '../../src/adapters/rest/rest-watch.js';
import { handClock, settle } from '../support/clock.js';

describe('watching for changes on a page', () => {
  afterEach(() => {
    Reflect.deleteProperty(document, 'hidden');
  });

  /** Hides the page, or shows it again, as the browser does when somebody turns to another tab. */
  function turn(hidden: boolean): void {
    Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
    document.dispatchEvent(new Event('visibilitychange'));
  }

  it('rests while the page is hidden, and comes back with it', async () => {
    const opened: AbortSignal[] = [];
    const http = {
      call: () => Promise.reject(new Error('not used')),
      open: (_route: string, signal: AbortSignal) => {
        opened.push(signal);
        const body = new ReadableStream<Uint8Array>({
          start: (stream) => signal.addEventListener('abort', () => stream.error(signal.reason)),
        });
        return Promise.resolve(new Response(body));
      },
    };
    const states: LiveState[] = [];
    const clock = handClock();
    const stop = restWatch(http, clock, crypto.randomUUID())({ hint() {}, state: (state) => void states.push(state) });
    await waitUntil(() => states.includes('live'));
    turn(true);
    await settle();
    expect(opened.map(({ aborted }) => aborted)).to.deep.equal([true]);
    expect(clock.waiting).to.equal(0);
    await clock.advance(600_000);
    expect(opened).to.have.length(1);

    turn(false);
    await waitUntil(() => states.at(-1) === 'live');
    expect(opened.map(({ aborted }) => aborted)).to.deep.equal([true, false]);
    // Once more at each beginning: who takes the line over cannot know for how long there was none.
    expect(states.filter((state, index) => state !== states[index - 1])).to.deep.equal(['polling', 'live', 'polling', 'live']);

    stop();
    turn(true);
    turn(false);
    await settle();
    expect(opened.map(({ aborted }) => aborted)).to.deep.equal([true, true]);
    expect(clock.waiting).to.equal(0);
  });

  it('does not begin on a page that is hidden', async () => {
    turn(true);
    let opened = 0;
    const http = {
      call: () => Promise.reject(new Error('not used')),
      open: () => (opened++, Promise.reject(new Error('no'))),
    };
    const stop = restWatch(http, handClock(), crypto.randomUUID())({ hint() {}, state() {} });
    await settle();
    expect(opened).to.equal(0);
    stop();
  });
});
