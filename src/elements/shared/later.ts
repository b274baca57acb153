import type { ReactiveControllerHost } from 'lit';

/** A part of an element that is fetched when it is first needed, since most pages never do. */
export class Later<T> {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly #fetch: () => Promise<T>;
  #value: T | undefined;
  #hasFailed = false;
  #asking: Promise<T | undefined> | undefined;

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>, fetch: () => Promise<T>) {
    this.#host = host;
    this.#fetch = fetch;
  }

  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** The part, if it is there. */
  get known(): T | undefined {
    return this.#value;
  }

  /** The part. Nothing while it is on its way: the host is drawn again when it is there, or cannot be had. */
  get value(): T | undefined {
    if (!this.#hasFailed) void this.ask();
    return this.#value;
  }

  /** Fetches the part, again where that has failed. Resolves with nothing where it cannot be had. */
  readonly ask = (): Promise<T | undefined> => {
    this.#hasFailed = false;
    return (this.#asking ??= this.#ask());
  };

  async #ask(): Promise<T | undefined> {
    try {
      this.#value = await this.#fetch();
    } catch {
      this.#hasFailed = true;
      this.#asking = undefined;
    }
    this.#host.requestUpdate();
    return this.#value;
  }
}
