import { AdapterError, type AdapterErrorCode } from '../../../adapter/errors.js';
import type { WriteOptions } from '../../../adapter/call-options.js';
import type { Client } from '../../../client/client.js';
import { newSendKey } from '../../../client/outbox-item.js';
import { mayAct } from '../../../controllers/act-event.js';
import { AppointmentActEvent } from '../../../controllers/appointment-events.js';
import type { ElementHost } from '../../../controllers/client-controller.js';
import type { Appointment } from '../../../model/appointment.js';
import type { PersonId, SendKey } from '../../../model/id.js';
import type { Slot } from '../../../model/slot.js';

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
  /** The time it is about, if it is about one. */
  readonly slot?: Slot;
  send(options: WriteOptions): Promise<Appointment>;
  /** Looks whether it has happened, where nobody answered. */
  look(signal: AbortSignal): Promise<Appointment | undefined>;
}

/** What was done, and what came of it. */
export interface Done {
  readonly name: Act['name'];
  readonly appointment: Appointment;
}

/** An act on its way: with whose client, by whom, under which key. */
interface Sent {
  readonly client: Client;
  readonly reader: PersonId | undefined;
  readonly act: Act;
  readonly key: SendKey;
}

const IDLE: ActState = { status: 'idle' };

/**
 * Does one thing at a time, once. The same words go out under the same key, so that a second press, a retry and a late
 * answer make one appointment (row F27). Without an answer it asks again, and looks.
 */
export class Acting {
  readonly #host: ElementHost;
  #state: ActState = IDLE;
  /** What was last begun, until it is done. */
  #last: Sent | undefined;

  constructor(host: ElementHost) {
    this.#host = host;
  }

  /** Of whoever reads now: what became of the acts of another is not told. */
  get state(): ActState {
    return this.#isOf(this.#last) ? this.#state : IDLE;
  }

  /** What the state is about. */
  get act(): Act | undefined {
    return this.#isOf(this.#last) ? this.#last?.act : undefined;
  }

  get isBusy(): boolean {
    return /sending|unsure/.test(this.state.status);
  }

  /** Whether it may be done by now, or be done any moment: nothing is said to be lost, or not booked, meanwhile. */
  get isOpen(): boolean {
    return this.isBusy || this.state.status === 'undecided';
  }

  /** Says no more of what was refused. What nobody knows the end of stays until somebody does. */
  forget(): void {
    if (!this.isOpen) this.#state = IDLE;
  }

  /** Resolves with what came of it; with nothing where it did not happen, which the state says, or another reads now. */
  async run(client: Client, act: Act): Promise<Done | undefined> {
    if (this.isBusy) return undefined;
    const before = this.#isOf(this.#last) ? this.#last : undefined;
    const isSame = before?.client === client && before.act.words === act.words;
    if (this.state.status === 'undecided') {
      if (isSame) return this.again();
      // Before something else is begun, what may have been done already is looked for.
      const found = await this.#lookFor(before!);
      if (found !== 'none') return found;
    }
    const last: Sent = { client, act, reader: client.reader, key: isSame ? before.key : newSendKey() };
    this.#last = last;
    this.#set({ status: 'sending' });
    const may = await mayAct(this.#host, new AppointmentActEvent(act.name), client.clock);
    if (may && this.#isOf(last)) return this.#persist(last, false);
    // Nothing has gone out.
    if (this.#last === last) this.#set(may ? IDLE : { status: 'stopped' });
    return undefined;
  }

  /** Sends once more what nobody knows the end of: the same words, under the same key. */
  async again(): Promise<Done | undefined> {
    if (this.state.status !== 'undecided') return undefined;
    this.#set({ status: 'unsure' });
    return this.#persist(this.#last!, true);
  }

  async #persist(last: Sent, wasUnknown: boolean): Promise<Done | undefined> {
    const { client, act, key } = last;
    // Nothing of the page ends it: what has begun may have been done.
    const { signal } = new AbortController();
    let isUnsure = wasUnknown;
    for (const wait of [...WAITS, 0]) {
      // Who has signed in meanwhile neither waits for it nor sends it.
      if (!this.#isOf(last)) break;
      try {
        return this.#done(last, await act.send({ key, signal }));
      } catch (error) {
        if (!this.#isOf(last)) break;
        const { code, field } = error instanceof AdapterError ? error : new AdapterError('malformed', 'no answer to read');
        const nobodyKnows = code === 'unknown-outcome' || code === 'malformed';
        // The time may be taken by the same person, in another window or under another key.
        const isTaken = code === 'conflict' && field === 'slot';
        if (!isUnsure && !nobodyKnows && !isTaken) return this.#failed(code, field);
        if (nobodyKnows) isUnsure = true;
        if (isUnsure) this.#set({ status: 'unsure' });
        let hasLooked = true;
        const found = await act.look(signal).catch(() => void (hasLooked = false));
        if (found) return this.#done(last, found);
        if (!this.#isOf(last)) break;
        // Refused with certainty: it did not happen the first time either.
        const isRefused = !nobodyKnows && !/^(offline|unavailable|rate-limited|auth-required)$/.test(code);
        if (isRefused && (hasLooked || !isUnsure)) return this.#failed(code, field);
      }
      if (wait) await new Promise<void>((resolve) => void client.clock.after(wait, resolve));
    }
    // Said to whoever began it, when they are back.
    if (this.#last === last) this.#set({ status: 'undecided' });
    return undefined;
  }

  /** Looks for what may have been done. `none`: it was not. Nothing while that cannot be said. */
  async #lookFor(last: Sent): Promise<Done | 'none' | undefined> {
    this.#set({ status: 'unsure' });
    try {
      const found = await last.act.look(new AbortController().signal);
      if (found) return this.#done(last, found);
      if (this.#isOf(last)) return 'none';
    } catch {
      // Said below.
    }
    this.#set({ status: 'undecided' });
    return undefined;
  }

  #isOf(last: Sent | undefined): boolean {
    return !last || last.client.reader === last.reader;
  }

  #done(last: Sent, appointment: Appointment): Done | undefined {
    // Another may have begun something of theirs.
    if (this.#last === last) {
      this.#last = undefined;
      this.#set(IDLE);
    }
    return this.#isOf(last) ? { name: last.act.name, appointment } : undefined;
  }

  #failed(code: AdapterErrorCode, field: string | undefined): undefined {
    this.#set({ status: 'failed', code, field });
  }

  #set(state: ActState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
