import type { ThreadFilter } from '../../../adapter/ports/messages.js';
import type { Client } from '../../../client/client.js';
import type { PersonId } from '../../../model/id.js';
import { ALL } from '../inbox-view.js';

/** How long after the last key it is searched. Milliseconds. */
const PAUSE = 300;

/** What the list is narrowed to. In memory only, and only for who chose it: the next reader finds none of it (row F23). */
export class ThreadSearch {
  readonly #client: () => Client | undefined;
  readonly #onChange: () => void;
  #by: PersonId | undefined;
  #text = '';
  #filter: ThreadFilter = ALL;
  #callOff = (): void => {};
  /** For whom the reader acts since they chose them here, and for whom they did before. */
  #acting: { readonly by: PersonId | undefined; readonly chosen: PersonId; readonly before: PersonId | undefined } | undefined;

  constructor(client: () => Client | undefined, onChange: () => void) {
    this.#client = client;
    this.#onChange = onChange;
  }

  /** What stands in the field. */
  get text(): string {
    return this.#isReaders ? this.#text : '';
  }

  /** The same object for as long as it says the same; {@link ALL} where nothing is left out. */
  get filter(): ThreadFilter {
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
  narrow(conditions: ThreadFilter): void {
    const before = JSON.stringify(this.filter);
    const held = Object.entries({ ...this.filter, ...conditions }).filter(([, value]) => value);
    const filter: ThreadFilter = held.length > 0 ? Object.fromEntries(held) : ALL;
    if (JSON.stringify(filter) === before) return;
    this.#hold(this.text, filter);
    this.#onChange();
  }

  /** The reader acts for whom they chose to see; then for whom they did before, where nothing else was chosen since. */
  actFor(chosen: PersonId | undefined): void {
    const { selection, reader } = this.#client()!;
    const { subject } = selection;
    const isOurs = this.#acting?.by === reader && this.#acting?.chosen === subject;
    const before = isOurs ? this.#acting?.before : subject;
    selection.choose(chosen ?? before);
    this.#acting = chosen && { by: reader, chosen, before };
  }

  /** Back to all. */
  clear(): void {
    this.#callOff();
    this.actFor(undefined);
    this.#hold('', ALL);
    this.#onChange();
  }

  #hold(text: string, filter: ThreadFilter): void {
    this.#text = text;
    this.#filter = filter;
    this.#by = this.#client()?.reader;
  }

  get #isReaders(): boolean {
    return this.#by === this.#client()?.reader;
  }
}
