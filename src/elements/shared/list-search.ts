import type { Client } from '../../client/client.js';
import type { PersonId } from '../../model/id.js';

/** How long after the last key it is searched. Milliseconds. */
const PAUSE = 300;

/** What the list is narrowed to. In memory only, and only for who chose it: the next reader finds none of it (row F23). */
export class ListSearch<Filter extends { readonly text?: string | undefined }> {
  readonly #client: () => Client | undefined;
  readonly #onChange: () => void;
  #by: PersonId | undefined;
  #text = '';
  readonly #all: Filter;
  #filter: Filter;
  #callOff = (): void => {};

  /** `all`: what leaves nothing out. */
  constructor(client: () => Client | undefined, all: Filter, onChange: () => void) {
    this.#all = all;
    this.#filter = all;
    this.#client = client;
    this.#onChange = onChange;
  }

  /** What stands in the field. */
  get text(): string {
    return this.#isReaders ? this.#text : '';
  }

  /** The same object for as long as it says the same; `all` where nothing is left out. */
  get filter(): Filter {
    return this.#isReaders ? this.#filter : this.#all;
  }

  /** Looks for words as soon as no more are typed. */
  type(text: string): void {
    const client = this.#client();
    this.#hold(text, this.filter);
    this.#callOff();
    this.#callOff = client?.clock.after(PAUSE, this.search) ?? this.#callOff;
  }

  /** Looks for them now. */
  readonly search = (): void => {
    this.#callOff();
    this.narrow({ text: this.text.trim() } as Filter);
  };

  /** Adds conditions, and takes away those that are empty. */
  narrow(conditions: Filter): void {
    const before = JSON.stringify(this.filter);
    const held = Object.entries({ ...this.filter, ...conditions }).filter(([, value]) => value);
    const filter: Filter = held.length > 0 ? (Object.fromEntries(held) as Filter) : this.#all;
    if (JSON.stringify(filter) === before) return;
    this.#hold(this.text, filter);
    this.#onChange();
  }

  /** Back to all. */
  clear(): void {
    this.#callOff();
    this.#hold('', this.#all);
    this.#onChange();
  }

  #hold(text: string, filter: Filter): void {
    this.#text = text;
    this.#filter = filter;
    this.#by = this.#client()?.reader;
  }

  get #isReaders(): boolean {
    return this.#by === this.#client()?.reader;
  }
}
