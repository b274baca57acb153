import type { ReactiveController } from 'lit';
import type { ElementHost } from '../../controllers/client-controller.js';

/** How far ahead of the end more is asked for. */
const AHEAD = '300px';

/** Says when somebody comes near the end of a list: when the element `.more` is about to be seen. */
export class NearEnd implements ReactiveController {
  readonly #host: ElementHost;
  readonly #observer: IntersectionObserver;
  #watched: Element | undefined;

  constructor(host: ElementHost, onNear: () => void) {
    this.#host = host;
    const seen = (entries: readonly IntersectionObserverEntry[]) => entries.at(-1)?.isIntersecting && onNear();
    this.#observer = new IntersectionObserver(seen, { rootMargin: AHEAD });
    host.addController(this);
  }

  hostUpdated(): void {
    // Watched anew after each page: an end that stays in view would not be told of again.
    if (this.#watched) this.#observer.unobserve(this.#watched);
    this.#watched = this.#host.shadowRoot?.querySelector('.more') ?? undefined;
    if (this.#watched) this.#observer.observe(this.#watched);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#watched = undefined;
  }
}
