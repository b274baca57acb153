import { AdapterError, type AdapterErrorCode } from '../../../adapter/errors.js';
import type { WriteOptions } from '../../../adapter/call-options.js';
import type { Client } from '../../../client/client.js';
import { newSendKey } from '../../../client/outbox-item.js';
import { mayAct } from '../../../controllers/act-event.js';
import { AppointmentActEvent } from '../../../controllers/appointment-events.js';
import type { ElementHost } from '../../../controllers/client-controller.js';
import type { SendKey } from '../../../model/id.js';
import type { Appointment } from '../../../model/appointment.js';

/** How long to wait before each further try of what nobody knows the end of, in milliseconds. */
const WAITS = [1_000, 2_000, 4_000, 8_000, 15_000];

/** How far an act has come. `undecided`: nobody knows, and nobody checks any more. */
export type ActState =
  | { readonly status: 'idle' | 'sending' | 'unsure' | 'undecided' | 'stopped' }
  | { readonly status: 'failed'; readonly code: AdapterErrorCode; readonly field: string | undefined };

/** What is to be done. */
export interface Act {
  readonly name: AppointmentActEvent['act'];
  /** What it says, so that the same again is known as the same. */
  readonly words: string;
  send(options: WriteOptions): Promise<Appointment>;
  /** Looks whether it has happened, where nobody answered. */
  look(signal: AbortSignal): Promise<Appointment | undefined>;
}

/**
 * Does one thing at a time, once. The same words go out under the same key, so that a second press, a retry and a late
 * answer make one appointment (row F27). Without an answer it asks again, and looks.
 */
export class Acting {
  readonly #host: ElementHost;
  #state: ActState = { status: 'idle' };
  #sent: { readonly words: string; readonly key: SendKey } | undefined;

  constructor(host: ElementHost) {
    this.#host = host;
  }

  get state(): ActState {
    return this.#state;
  }

  get isBusy(): boolean {
    return /sending|unsure/.test(this.#state.status);
  }

  forget(): void {
    if (!this.isBusy) this.#state = { status: 'idle' };
  }

  /** Resolves with what came of it; with nothing where it did not happen, which the state says, or another reads now. */
  async run(client: Client, act: Act): Promise<Appointment | undefined> {
    if (this.isBusy) return undefined;
    const { reader } = client;
    this.#set({ status: 'sending' });
    if (!(await mayAct(this.#host, new AppointmentActEvent(act.name), client.clock))) {
      this.#set({ status: 'stopped' });
      return undefined;
    }
    if (this.#sent?.words !== act.words) this.#sent = { words: act.words, key: newSendKey() };
    const done = await this.#persist(client, act, this.#sent.key);
    if (done) this.#sent = undefined;
    if (client.reader === reader) return done;
    this.#set({ status: 'idle' });
    return undefined;
  }

  async #persist(client: Client, act: Act, key: SendKey): Promise<Appointment | undefined> {
    // Nothing of the page ends it: what has begun may have been done.
    const { signal } = new AbortController();
    let isUnsure = false;
    for (const wait of [...WAITS, 0]) {
      try {
        return this.#done(await act.send({ key, signal }));
      } catch (error) {
        const { code, field } = error instanceof AdapterError ? error : new AdapterError('malformed', 'no answer to read');
        const nobodyKnows = code === 'unknown-outcome' || code === 'malformed';
        if (!isUnsure && !nobodyKnows) return this.#failed(code, field);
        isUnsure = true;
        this.#set({ status: 'unsure' });
        const found = await act.look(signal).catch(() => undefined);
        if (found) return this.#done(found);
        // Refused with certainty: it did not happen the first time either.
        if (!nobodyKnows && !/^(offline|unavailable|rate-limited|auth-required)$/.test(code)) return this.#failed(code, field);
      }
      if (wait) await new Promise<void>((resolve) => void client.clock.after(wait, resolve));
    }
    this.#set({ status: 'undecided' });
    return undefined;
  }

  #done(appointment: Appointment): Appointment {
    this.#set({ status: 'idle' });
    return appointment;
  }

  #failed(code: AdapterErrorCode, field: string | undefined): undefined {
    this.#set({ status: 'failed', code, field });
  }

  #set(state: ActState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
