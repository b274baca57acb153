import type { ThreadFilter } from '../../../adapter/ports/messages.js';
import type { Client } from '../../../client/client.js';
import type { PersonId } from '../../../model/id.js';
import { ListSearch } from '../../shared/list-search.js';
import { ALL } from '../inbox-view.js';

/** What the inbox is narrowed to; who is chosen there is who the reader acts for. */
export class ThreadSearch extends ListSearch<ThreadFilter> {
  readonly #client: () => Client | undefined;
  /** For whom the reader acts since they chose them here, and for whom they did before. */
  #acting: { readonly by: PersonId | undefined; readonly chosen: PersonId; readonly before: PersonId | undefined } | undefined;

  constructor(client: () => Client | undefined, onChange: () => void) {
    super(client, ALL, onChange);
    this.#client = client;
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

  override clear(): void {
    this.actFor(undefined);
    super.clear();
  }
}
