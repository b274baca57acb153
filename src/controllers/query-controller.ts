import type { ReactiveController } from 'lit';
import { AdapterError } from '../adapter/errors.js';
import type { Client } from '../client/client.js';
import type { Change } from '../model/change.js';
import type { PersonId } from '../model/id.js';
import { ClientController, type ElementHost } from './client-controller.js';

/** What a question has come to. A value stays while it is asked again; `problem` says that the last time failed. */
export type QueryState<T> =
  | { readonly status: 'pending' }
  | { readonly status: 'error'; readonly error: AdapterError }
  | { readonly status: 'ready'; readonly value: T; readonly problem?: AdapterError | undefined };

export interface QueryOptions<T, A extends readonly unknown[]> {
  /** What the question depends on; asked anew when one of them changes. Undefined: there is nothing to ask yet. */
  args(): A | undefined;
  /** Asks. `previous` is the value so far, when this is the same question again. */
  run(client: Client, args: A, signal: AbortSignal, previous: T | undefined): Promise<T>;
  /** Whether a change is a reason to ask again. None is, when left out. */
  concerns?(change: Change, args: A): boolean;
}

/** Asks, keeps asking as things change, and holds the answer. The newest question wins, however late answers come. */
export class QueryController<T, A extends readonly unknown[] = readonly []> implements ReactiveController {
  readonly #host: ElementHost;
  readonly #options: QueryOptions<T, A>;
  #client: Client | undefined;
  #state: QueryState<T> = { status: 'pending' };
  #args: A | undefined;
  /** Whose answer is held. */
  #reader: PersonId | undefined;
  #running: AbortController | undefined;
  #stopListening: (() => void) | undefined;

  constructor(host: ElementHost, options: QueryOptions<T, A>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    // It tells at once when the host stands on its page already.
    new ClientController(host, (client) => this.#useClient(client));
  }

  get state(): QueryState<T> {
    return this.#state;
  }

  get client(): Client | undefined {
    return this.#client;
  }

  hostUpdate(): void {
    const args = this.#options.args();
    const same = args?.length === this.#args?.length && args?.every((arg, index) => arg === this.#args?.[index]);
    if (same ?? args === this.#args) return;
    this.#args = args;
    this.#state = { status: 'pending' };
    void this.refresh();
  }

  hostDisconnected(): void {
    this.#running?.abort();
    this.#running = undefined;
  }

  /** Asks again. What is shown stays until the answer is there. */
  async refresh(): Promise<void> {
    const [client, args] = [this.#client, this.#args];
    this.#running?.abort();
    if (!client || !args) return;
    // What was answered to one person is neither shown to the next nor built upon.
    if (this.#reader !== undefined && this.#reader !== client.reader) this.set({ status: 'pending' });
    const running = (this.#running = new AbortController());
    const previous = this.#held;
    let state: QueryState<T>;
    try {
      state = { status: 'ready', value: await this.#options.run(client, args, running.signal, previous) };
    } catch (error) {
      const failure = error instanceof AdapterError ? error : new AdapterError('malformed', 'no answer');
      if (!running.signal.aborted) {
        client.report({ code: failure.code, where: this.#host.localName, field: failure.field });
      }
      state = this.#failed(failure);
    }
    if (running !== this.#running || running.signal.aborted) return;
    // Something was added to what is held meanwhile: an answer built on less would take it away again (row F08).
    if (previous !== undefined && this.#held !== previous) return this.refresh();
    this.#reader = client.reader;
    this.set(state);
  }

  /** Changes what is held, such as by one more page. */
  set(state: QueryState<T>): void {
    this.#state = state;
    this.#host.requestUpdate();
  }

  get #held(): T | undefined {
    return this.#state.status === 'ready' ? this.#state.value : undefined;
  }

  #failed(error: AdapterError): QueryState<T> {
    // What is on the screen is still true enough while the network is away; what may no longer be seen is not.
    const mayStay = error.retryable || error.code === 'malformed';
    return this.#state.status === 'ready' && mayStay
      ? { ...this.#state, problem: error }
      : { status: 'error', error };
  }

  #useClient(client: Client | undefined): void {
    this.#stopListening?.();
    this.#client = client;
    this.#state = { status: 'pending' };
    if (!client) return;
    this.#stopListening = client.changes.listen((changes) => {
      const args = this.#args;
      const { concerns } = this.#options;
      // What the practice says of itself stands in every element, and a change of no known kind may be anywhere.
      const isAnybodys = ({ kind }: Change) => kind === 'practice' || kind === 'other';
      if (args && changes.some((change) => isAnybodys(change) || concerns?.(change, args))) void this.refresh();
    });
    void this.refresh();
  }
}
