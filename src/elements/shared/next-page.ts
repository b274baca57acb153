import type { CheckedPage } from '../../client/checked.js';
import type { Client } from '../../client/client.js';
import { type PagedList, withMore } from '../../client/paged-list.js';
import type { ElementHost } from '../../controllers/client-controller.js';
import type { QueryController } from '../../controllers/query-controller.js';

export interface NextPageOptions<T, View> {
  readonly query: QueryController<View, readonly string[]>;
  readonly idOf: (item: T) => string;
  /** The list in what is shown. */
  listOf(view: View): PagedList<T>;
  /** What is shown, with more of the list. */
  withList(view: View, list: PagedList<T>): View;
  read(client: Client, view: View, after: string, signal: AbortSignal): Promise<CheckedPage<T>>;
}

/** Reads one more page of a list at a time, and says how that is coming along. */
export class NextPage<T, View> {
  readonly #host: ElementHost;
  readonly #options: NextPageOptions<T, View>;
  #state: 'idle' | 'asking' | 'failed' = 'idle';

  constructor(host: ElementHost, options: NextPageOptions<T, View>) {
    this.#host = host;
    this.#options = options;
  }

  get state(): 'idle' | 'asking' | 'failed' {
    return this.#state;
  }

  readonly ask = async (): Promise<void> => {
    const { query, listOf, read } = this.#options;
    const { client, state } = query;
    const after = state.status === 'ready' ? listOf(state.value).next : undefined;
    if (!client || state.status !== 'ready' || after === undefined || this.#state === 'asking') return;
    this.#set('asking');
    try {
      this.#append(after, await read(client, state.value, after, new AbortController().signal));
      this.#set('idle');
    } catch {
      this.#set('failed');
    }
  };

  /** Puts a page under what is shown now, unless that has become something else meanwhile. */
  #append(after: string, page: CheckedPage<T>): void {
    const { query, listOf, withList, idOf } = this.#options;
    const { state } = query;
    if (state.status !== 'ready' || listOf(state.value).next !== after) return;
    const list = withMore(listOf(state.value), page, idOf);
    query.set({ ...state, value: withList(state.value, list) });
  }

  #set(state: NextPage<T, View>['state']): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
