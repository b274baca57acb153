import type { ReactiveController } from 'lit';
import { markRead } from '../../client/messages.js';
import type { ElementHost } from '../../controllers/client-controller.js';
import type { Entry, Message } from '../../model/message.js';
import type { ReaderView } from '../shared/reader-view.js';
import { type ThreadView, viewKey } from './thread-view.js';

/** The messages of others that the reader's own mark does not reach yet, newest first. */
export function unread({ me, thread, entries }: ThreadView): readonly Message[] {
  const messages = entries.items.filter((entry: Entry): entry is Message => entry.type === 'message');
  const mark = thread.readMarks.find(({ person }) => person.id === me.id)?.upTo;
  const marked = messages.findIndex(({ id }) => id === mark);
  return messages.slice(0, marked < 0 ? undefined : marked).filter(({ author }) => author.id !== me.id);
}

/** How much of a message has to be in view at least, so that a rim of it does not count. */
const RIM = '-40px 0px';

/** Notes what has been read, once per message, when the newest is really in view: a read mark is a promise kept. */
export class ReadingController implements ReactiveController {
  readonly #host: ElementHost;
  readonly #view: ReaderView<ThreadView>;
  readonly #observer = new IntersectionObserver((seen) => this.#see(seen.at(-1)!.isIntersecting), { rootMargin: RIM });
  #newest: Element | undefined;
  /** Undefined: the observer has not looked yet. */
  #isInView: boolean | undefined;
  #fresh = 0;
  #noted: string | undefined;

  constructor(host: ElementHost, view: ReaderView<ThreadView>) {
    this.#host = host;
    this.#view = view;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#note);
  }

  hostDisconnected(): void {
    this.#watch(undefined);
    document.removeEventListener('visibilitychange', this.#note);
  }

  hostUpdated(): void {
    this.#watch(this.#ofOthers().at(-1));
    this.#note();
  }

  /** How many messages have come, while the reader was elsewhere in the thread, and have not come into view. */
  get fresh(): number {
    return this.#isInView === false ? this.#fresh : 0;
  }

  /** So many messages have come. Undefined: it is another thread. */
  arrived(count: number | undefined): void {
    this.#fresh = count === undefined ? 0 : this.#fresh + count;
  }

  /** The first of the messages that have come. */
  get firstFresh(): Element | undefined {
    return this.#ofOthers().at(-this.#fresh);
  }

  /** Brings the first unread message into view, where it is not. */
  showUnread(view: ThreadView): void {
    const { length } = unread(view);
    if (length > 0) this.#ofOthers().at(-length)?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  /** The lines of what others wrote, oldest first. */
  #ofOthers(): readonly Element[] {
    return [...(this.#host.shadowRoot?.querySelectorAll('.talk > ol > :not(.mine):has(> .message)') ?? [])];
  }

  #watch(newest: Element | undefined): void {
    if (newest === this.#newest) return;
    this.#observer.disconnect();
    this.#isInView = undefined;
    this.#newest = newest;
    if (newest) this.#observer.observe(newest);
  }

  #see(isInView: boolean): void {
    this.#isInView = isInView;
    if (this.#fresh > 0) this.#host.requestUpdate();
    if (isInView) this.#fresh = 0;
    this.#note();
  }

  readonly #note = (): void => {
    const { client, value } = this.#view;
    const newest = value && this.#isInView && !document.hidden ? unread(value)[0] : undefined;
    if (!client || !newest) return;
    const noted = viewKey(value!) + newest.id;
    if (noted === this.#noted) return;
    this.#noted = noted;
    markRead(client, { thread: value!.thread.id, upTo: newest.id }, { signal: new AbortController().signal }).catch(() => {
      // Tried again the next time something is drawn. Nothing the reader would have to know of.
      if (this.#noted === noted) this.#noted = undefined;
    });
  };
}
