import type { ElementHost } from '../../controllers/client-controller.js';

/** A part of an element that is fetched when it is first needed, since most pages never do. */
export class Later<T> {
  readonly #host: ElementHost;
  readonly #fetch: () => Promise<T>;
  #value: T | undefined;
  #state: 'idle' | 'asked' | 'failed' = 'idle';

  constructor(host: ElementHost, fetch: () => Promise<T>) {
    this.#host = host;
    this.#fetch = fetch;
  }

  get hasFailed(): boolean {
    return this.#state === 'failed';
  }

  /** The part, if it is there. */
  get known(): T | undefined {
    return this.#value;
  }

  /** The part. Nothing while it is on its way: the host is drawn again when it is there, or cannot be had. */
  get value(): T | undefined {
    if (this.#state === 'idle') void this.ask();
    return this.#value;
  }

  readonly ask = async (): Promise<void> => {
    this.#state = 'asked';
    try {
      this.#value = await this.#fetch();
    } catch {
      this.#state = 'failed';
    }
    this.#host.requestUpdate();
  };
}
