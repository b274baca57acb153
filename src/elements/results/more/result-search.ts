import type { Client } from '../../../client/client.js';
import type { PersonId } from '../../../model/id.js';
import { ALL, type ResultFilter } from '../results-view.js';

/** How long after the last key it is searched. Milliseconds. */
const PAUSE = 300;

/** What the list is narrowed to. In memory only, and only for who chose it: the next reader finds none of it (row F23). */
export class ResultSearch {
  readonly #client: () => Client | undefined;
  readonly #onChange: () => void;
  #by: PersonId | undefined;
  #text = '';
  #filter: ResultFilter = ALL;
  #callOff = (): void => {};

  constructor(client: () => Client | undefined, onChange: () => void) {
    this.#client = client;
    this.#onChange = onChange;
  }

  /** What stands in the field. */
  get text(): string {
    return this.#isReaders ? this.#text : '';
  }

  /** The same object for as long as it says the same; {@link ALL} where nothing is left out. */
  get filter(): ResultFilter {
    return this.#isReaders ? this.#filter : ALL;
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
    this.narrow({ text: this.text.trim() });
  };

  /** Adds conditions, and takes away those that are empty. */
  narrow(conditions: ResultFilter): void {
    const before = JSON.stringify(this.filter);
    const held = Object.entries({ ...this.filter, ...conditions }).filter(([, value]) => value);
    const filter: ResultFilter = held.length > 0 ? Object.fromEntries(held) : ALL;
    if (JSON.stringify(filter) === before) return;
    this.#hold(this.text, filter);
    this.#onChange();
  }

  /** Back to all. */
  clear(): void {
    this.#callOff();
    this.#hold('', ALL);
    this.#onChange();
  }

  #hold(text: string, filter: ResultFilter): void {
    this.#text = text;
    this.#filter = filter;
    this.#by = this.#client()?.reader;
  }

  get #isReaders(): boolean {
    return this.#by === this.#client()?.reader;
  }
}
