import type { ReactiveController } from 'lit';
import type { Client } from '../../client/client.js';
import { markRead } from '../../client/messages.js';
import type { ElementHost } from '../../controllers/client-controller.js';
import type { MessageId, ThreadId } from '../../model/id.js';
import type { Entry, Message } from '../../model/message.js';
import type { ThreadView } from './thread-view.js';

type Shown = () => { readonly client: Client; readonly view: ThreadView } | undefined;

/** What there is to note: the newest message of somebody else, when the reader's own mark does not reach it yet. */
export function unmarked(view: ThreadView): { thread: ThreadId; upTo: MessageId } | undefined {
  const { me, entries } = view;
  const { id, readMarks } = view.thread;
  const messages = entries.items.filter((entry: Entry): entry is Message => entry.type === 'message');
  const newest = messages.findIndex(({ author }) => author.id !== me.id);
  if (newest < 0) return undefined;
  const mark = readMarks.find(({ person }) => person.id === me.id)?.upTo;
  const marked = messages.findIndex((message) => message.id === mark);
  return marked >= 0 && marked <= newest ? undefined : { thread: id, upTo: messages[newest]!.id };
}

/** Notes what has been read, once per message, while the thread is really in view: a read mark is a promise kept. */
export class ReadingController implements ReactiveController {
  readonly #host: ElementHost;
  readonly #shown: Shown;
  readonly #observer = new IntersectionObserver((seen) => this.#see(seen.at(-1)!.isIntersecting));
  #isInView = false;
  #noted: MessageId | undefined;

  /** @param shown what the host shows now. */
  constructor(host: ElementHost, shown: Shown) {
    this.#host = host;
    this.#shown = shown;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
    document.addEventListener('visibilitychange', this.#note);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#isInView = false;
    document.removeEventListener('visibilitychange', this.#note);
  }

  hostUpdated(): void {
    this.#note();
  }

  #see(isInView: boolean): void {
    this.#isInView = isInView;
    this.#note();
  }

  readonly #note = (): void => {
    const shown = this.#isInView && !document.hidden ? this.#shown() : undefined;
    const mark = shown && unmarked(shown.view);
    if (!shown || !mark || mark.upTo === this.#noted) return;
    this.#noted = mark.upTo;
    markRead(shown.client, mark, { signal: new AbortController().signal }).catch(() => {
      // Tried again the next time something is drawn. Nothing the reader would have to know of.
      if (this.#noted === mark.upTo) this.#noted = undefined;
    });
  };
}
