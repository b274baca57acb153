import type { WriteOptions } from '../../adapter/call-options.js';
import { AdapterError, type AdapterErrorCode } from '../../adapter/errors.js';
import type { Client } from '../../client/client.js';
import { newSendKey } from '../../client/outbox-item.js';
import type { ElementHost } from '../../controllers/client-controller.js';

/**
 * How a write is coming along. `unsure`: it may have been done, and is looked into; `undecided`: that gave no answer;
 * `stopped`: the page did not let it begin.
 */
export type WriteState = 'idle' | 'busy' | 'unsure' | 'undecided' | 'stopped' | AdapterError;

/** What is to be written. Called again, with the same key, as long as nobody knows whether it was. */
export type Write<T> = (client: Client, options: WriteOptions) => Promise<T>;

/** How long is waited before it is asked again whether a write was done, in milliseconds. */
const WAITS = [1_000, 3_000, 9_000] as const;

/** An answer that cannot be read comes after the write as well as none does. */
const isUnknown = (code: AdapterErrorCode): boolean => code === 'unknown-outcome' || code === 'malformed';

/**
 * One change at a time that takes effect once, whatever becomes of its answer: while it is under way nothing is begun
 * anew, and without an answer it is sent again under its own key (row F27).
 */
export class CarefulWrite<T> {
  readonly #host: ElementHost;
  #state: WriteState = 'idle';
  #last: { readonly write: Write<T>; readonly options: WriteOptions; readonly client: Client; readonly reader: unknown } | undefined;

  constructor(host: ElementHost) {
    this.#host = host;
  }

  get state(): WriteState {
    return this.#state;
  }

  get isUnderWay(): boolean {
    return this.#state === 'busy' || this.#state === 'unsure';
  }

  /** What was refused, if it was. */
  get error(): AdapterError | undefined {
    return this.#state instanceof AdapterError ? this.#state : undefined;
  }

  /** Writes, if `may` resolves with true. Resolves with the answer, or nothing where there is none: {@link state} says why. */
  async run(client: Client, write: Write<T>, may?: () => Promise<boolean>): Promise<T | undefined> {
    if (this.isUnderWay) return undefined;
    const { reader } = client;
    this.#last = undefined;
    this.#set('busy');
    if (may && !(await may())) return void this.#set('stopped');
    this.#last = { client, write, reader, options: { signal: new AbortController().signal, key: newSendKey() } };
    return this.#send(false);
  }

  /** Asks once more, under the same key, what nobody knew the answer to. */
  async again(): Promise<T | undefined> {
    if (!this.#last || this.isUnderWay) return undefined;
    this.#set('unsure');
    return this.#send(true);
  }

  async #send(wasUnknown: boolean): Promise<T | undefined> {
    const last = this.#last!;
    const { client, reader } = last;
    let mayBeDone = wasUnknown;
    for (const wait of [...WAITS, undefined]) {
      try {
        // Who has signed in meanwhile sends nothing of another's.
        if ((await client.connect()).me.id !== reader) return void this.#set('idle');
        const answer = await last.write(client, last.options);
        this.#set('idle');
        return client.reader === reader ? answer : undefined;
      } catch (error) {
        const failure = error instanceof AdapterError ? error : new AdapterError('malformed', 'no answer to read');
        const { code, retryable } = failure;
        if (client.reader !== undefined && client.reader !== reader) return void this.#set('idle');
        // Once it may have been done, that it cannot be reached now, or that nobody is signed in, says nothing of it.
        mayBeDone = isUnknown(code) || (mayBeDone && (retryable || code === 'auth-required'));
        if (!mayBeDone) return void this.#set(failure);
        if (wait === undefined) return void this.#set('undecided');
        this.#set('unsure');
        await new Promise<void>((resolve) => void client.clock.after(wait, resolve));
      }
    }
    return undefined;
  }

  /** Forgets what was refused. */
  reset(): void {
    if (!this.isUnderWay) this.#state = 'idle';
  }

  #set(state: WriteState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
