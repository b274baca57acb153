import type { ReactiveElement } from 'lit';
import { listHistory } from '../../../client/results.js';
import type { Client } from '../../../client/client.js';
import type { Measurement } from '../../../model/measurement.js';
import type { Result } from '../../../model/result.js';

/** How many values are read and said. */
export const MOST = 200;

export interface Past {
  readonly items: readonly Measurement[];
  /** How many more are known to be there. */
  readonly left: number;
  /** There are older ones that were not read. */
  readonly hasMore: boolean;
  /** How many could not be read. */
  readonly unreadable: number;
}

type State = 'asking' | 'failed' | Past;

/** The earlier values of a result, read once for each of its codes. */
export class History {
  readonly #host: ReactiveElement;
  readonly #client: () => Client | undefined;
  readonly #known = new Map<string, State>();
  #of: string | undefined;

  constructor(host: ReactiveElement, client: () => Client | undefined) {
    this.#host = host;
    this.#client = client;
  }

  /** What is known of a code's past; it is asked for where it is not. */
  past(code: string, result: Result): State {
    const client = this.#client();
    if (!client) return 'asking';
    // What one person may read is not shown to the next, and a corrected result has another past.
    const of = JSON.stringify([client.reader, result.id, result.version]);
    if (of !== this.#of) this.#known.clear();
    this.#of = of;
    const state = this.#known.get(code);
    if (state) return state;
    this.#known.set(code, 'asking');
    void this.#read(client, code, result, of);
    return 'asking';
  }

  /** Asks again after a failure. */
  again(code: string): void {
    this.#known.delete(code);
    this.#host.requestUpdate();
  }

  async #read(client: Client, code: string, { subject }: Result, of: string): Promise<void> {
    const items: Measurement[] = [];
    let state: State = 'failed';
    let [after, unreadable]: [string | undefined, number] = [undefined, 0];
    try {
      // A backend that gives empty pages is not followed for ever.
      for (let page = 0; page < MOST && items.length < MOST; page++) {
        const answer = await listHistory(client, { subject: subject.id, code, after }, { signal: new AbortController().signal });
        items.push(...answer.items);
        unreadable += answer.unreadable;
        if (answer.next === undefined || answer.next === after) {
          after = undefined;
          break;
        }
        after = answer.next;
      }
      state = { items: items.slice(0, MOST), left: Math.max(0, items.length - MOST), hasMore: after !== undefined, unreadable };
    } catch {
      // Said where the line would be.
    }
    if (of !== this.#of) return;
    this.#known.set(code, state);
    this.#host.requestUpdate();
  }
}
