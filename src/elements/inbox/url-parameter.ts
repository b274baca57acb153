import type { ReactiveController } from 'lit';
import type { ElementHost } from '../../controllers/client-controller.js';

const NAME = /^[\w-]{1,40}$/;

/** As long as an id may be. */
const LONGEST = 200;

/**
 * Keeps an id in one parameter of the page's address, so that Back, a bookmark and a reload lead to it. The rest of the
 * address and the page's own history state stay as they are. Without a name that can be one, nothing is touched.
 */
export class UrlParameter implements ReactiveController {
  readonly #name: () => string | undefined;
  readonly #onMove: (id: string | undefined) => void;

  /** @param onMove is called with what the address holds when the reader went back or forth. */
  constructor(host: ElementHost, name: () => string | undefined, onMove: (id: string | undefined) => void) {
    this.#name = name;
    this.#onMove = onMove;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.#moved);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#moved);
  }

  /** The id in the address. None, or something that cannot be one, is undefined. */
  read(): string | undefined {
    const name = this.#nameNow;
    const id = name && new URLSearchParams(location.search).get(name);
    return id && id.length <= LONGEST ? id : undefined;
  }

  /** Puts an id into the address. `isStep`: Back leads to where it was before. */
  write(id: string | undefined, isStep: boolean): void {
    const name = this.#nameNow;
    if (!name || this.read() === id) return;
    const [address = ''] = location.href.split(/[?#]/, 1);
    // By hand: what others have put there would come out written in another way.
    const others = location.search.slice(1).split('&').filter((part) => part && part.split('=', 1)[0] !== name);
    const query = [...others, ...(id ? [`${name}=${encodeURIComponent(id)}`] : [])].join('&');
    try {
      history[isStep ? 'pushState' : 'replaceState'](history.state, '', `${address}${query && `?${query}`}${location.hash}`);
    } catch {
      // A sandboxed page has no address to keep it in, and a browser takes only so many steps a minute.
    }
  }

  get #nameNow(): string | undefined {
    const name = this.#name();
    return name && NAME.test(name) ? name : undefined;
  }

  readonly #moved = (): void => {
    if (this.#nameNow) this.#onMove(this.read());
  };
}
