import type { ChangesPort, LiveState } from '../../adapter/ports/changes.js';

type Watch = NonNullable<ChangesPort['watch']>;

/** What pages tell each other. Nothing of what has changed, and nothing of whom it is about. */
type Word = 'who leads' | 'hint' | LiveState;

/**
 * One line for all pages of a browser that watch the same for the same reader: whoever holds a lock leads, keeps the
 * line and passes hints on. A page that closes, crashes or is hidden lets go of the lock, and the next one leads.
 * Where a browser has no locks, as on an insecure page, each page has a line of its own.
 *
 * @param name - What is watched, and for whom. Seen by other pages of this origin, so that it has nothing but ids.
 */
export function oneLine(name: string, watch: Watch): Watch {
  return (sink) => {
    const { document: page, navigator, BroadcastChannel: Channel } = globalThis;
    if (!page || !navigator.locks || !Channel) return watch(sink);
    const channel = new Channel(name);
    const say = (word: Word): void => channel.postMessage(word);
    let taking: AbortController | undefined;
    let stopLine: (() => void) | undefined;
    let state: LiveState = 'polling';

    function take(): void {
      if (taking || page.hidden) return;
      taking = new AbortController();
      const { signal } = taking;
      say('who leads');
      const held = (): Promise<void> =>
        new Promise((letGo) => {
          if (signal.aborted) return letGo();
          signal.addEventListener('abort', () => letGo());
          lead();
        });
      // A frame without an origin of its own may be refused: it has its own line then.
      navigator.locks.request(name, { signal }, held).catch(() => {
        if (!signal.aborted) lead();
      });
    }

    function lead(): void {
      const tell = (now: LiveState): void => {
        state = now;
        sink.state(now);
        say(now);
      };
      // Hints may have been missed since the page before went: when the line is live, all ask.
      tell('polling');
      stopLine = watch({
        hint() {
          sink.hint();
          say('hint');
        },
        state: tell,
      });
    }

    function leave(): void {
      stopLine?.();
      if (stopLine) say('polling');
      stopLine = undefined;
      taking?.abort();
      taking = undefined;
    }

    function turn(): void {
      if (!page.hidden) return take();
      leave();
      sink.state('polling');
    }

    channel.onmessage = ({ data }: MessageEvent<Word>) => {
      if (stopLine) return data === 'who leads' ? say(state) : undefined;
      if (!taking) return undefined;
      if (data === 'hint') return sink.hint();
      if (data === 'live' || data === 'polling' || data === 'offline') sink.state(data);
    };
    page.addEventListener('visibilitychange', turn);
    take();
    return () => {
      page.removeEventListener('visibilitychange', turn);
      leave();
      channel.close();
    };
  };
}
