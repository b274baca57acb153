import type { CheckedPage } from '../../client/checked.js';
import type { Client } from '../../client/client.js';
import { type PagedList, withMore } from '../../client/paged-list.js';
import type { ElementHost } from '../../controllers/client-controller.js';
import type { QueryController } from '../../controllers/query-controller.js';

export interface NextPageOptions<T, View> {
  readonly query: QueryController<View, readonly string[]>;
  readonly idOf: (item: T) => string;
  /** Whose list of what it is: a page is put under no other. */
  keyOf(view: View): string;
  /** The list in what is shown. */
  listOf(view: View): PagedList<T>;
  /** What is shown, with more of the list. */
  withList(view: View, list: PagedList<T>): View;
  read(client: Client, view: View, after: string, signal: AbortSignal): Promise<CheckedPage<T>>;
}

/** How many items of a list that goes on after its first page are drawn before somebody comes to them. */
const FIRST = 12;

/** A page that was asked for: under which list, and how that went. */
interface Asking {
  readonly client: Client;
  readonly key: string;
  state: 'idle' | 'asking' | 'failed';
}

/** Reads one more page of a list at a time, and says how that is coming along. */
export class NextPage<T, View> {
  readonly #host: ElementHost;
  readonly #options: NextPageOptions<T, View>;
  #last: Asking | undefined;
  /** Whether only the beginning is drawn, and whether somebody has wanted more. */
  #isBegun = false;
  #isWanted = false;

  constructor(host: ElementHost, options: NextPageOptions<T, View>) {
    this.#host = host;
    this.#options = options;
  }

  get state(): Asking['state'] {
    return (this.#shown(this.#last) && this.#last?.state) || 'idle';
  }

  /** What of a list is drawn. Of one that goes on after its first page the beginning, until somebody asks for more. */
  part(view: View): readonly T[] {
    const { items, next } = this.#options.listOf(view);
    this.#isBegun = next !== undefined && !this.#isWanted && items.length > FIRST;
    return this.#isBegun ? items.slice(0, FIRST) : items;
  }

  readonly ask = async (): Promise<void> => {
    const { query, keyOf, listOf, read } = this.#options;
    const { client, state } = query;
    if (this.#isBegun) {
      this.#isWanted = true;
      return this.#host.requestUpdate();
    }
    const after = state.status === 'ready' ? listOf(state.value).next : undefined;
    if (!client || state.status !== 'ready' || after === undefined || this.state === 'asking') return;
    const asking: Asking = (this.#last = { client, key: keyOf(state.value), state: 'asking' });
    this.#host.requestUpdate();
    try {
      this.#append(asking, after, await read(client, state.value, after, new AbortController().signal));
      asking.state = 'idle';
    } catch {
      asking.state = 'failed';
    }
    this.#host.requestUpdate();
  };

  /** What is shown, as long as it is still what a page was asked for. */
  #shown(asking: Asking | undefined): View | undefined {
    const { client, state } = this.#options.query;
    const isSame = state.status === 'ready' && asking?.client === client && asking?.key === this.#options.keyOf(state.value);
    return isSame ? state.value : undefined;
  }

  /** Puts a page under what is shown now, unless that has become something else meanwhile. */
  #append(asking: Asking, after: string, page: CheckedPage<T>): void {
    const { query, listOf, withList, idOf } = this.#options;
    const view = this.#shown(asking);
    if (!view || listOf(view).next !== after) return;
    query.set({ ...query.state, status: 'ready', value: withList(view, withMore(listOf(view), page, idOf)) });
  }
}
