import { announce } from '../../../a11y/announcer.js';
import { AdapterError } from '../../../adapter/errors.js';
import { extendHold, holdSlot, releaseSlot } from '../../../client/appointments.js';
import type { Client } from '../../../client/client.js';
import type { PickerMoreWords } from '../../../i18n/en/appointment-picker-more.js';
import type { Appointment } from '../../../model/appointment.js';
import type { PersonId } from '../../../model/id.js';
import type { Hold, Slot } from '../../../model/slot.js';
import type { PickerHost } from '../picker-state.js';

/** When it is said aloud how long a time is still kept, in seconds. */
const SAID_AT = [120, 60, 20];

/** What is held, or was to be. */
interface Held {
  readonly client: Client;
  readonly slot: Slot;
  /** Nothing until the backend has answered; `none` where it cannot keep it now. */
  state: { readonly until: number; readonly whole: number; readonly canExtend: boolean } | 'none' | undefined;
}

export interface HoldingOptions {
  words(): PickerMoreWords;
  /** Whether the time may be booked any moment: it is not said to be gone then. */
  isOpen(): boolean;
  /** Looks whether a time that is gone is the reader's own by now. */
  look(client: Client, slot: Slot): Promise<Appointment | undefined>;
  onOwn(visit: Appointment): void;
  /** Told when a chosen time is gone. */
  onLost(slot: Slot, why: 'taken' | 'expired'): void;
}

/** Keeps the chosen time while its reader fills in, counts down, and gives it back when it is left. */
export class Holding {
  readonly #host: PickerHost;
  readonly #options: HoldingOptions;
  #held: Held | undefined;
  #callOff: (() => void) | undefined;
  /** The calls so far: one after the other, since the backend keeps what it was told last. */
  #calls: Promise<void> = Promise.resolve();
  /** How many seconds were left before. */
  #before = 0;

  constructor(host: PickerHost, options: HoldingOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Whether it is still being asked for, kept, or cannot be. */
  get state(): 'asking' | 'kept' | 'none' {
    const state = this.#held?.state;
    return state === 'none' ? 'none' : state ? 'kept' : 'asking';
  }

  /** Seconds left, of how many, and whether there can be more. Undefined while nothing is kept. */
  get left(): { readonly seconds: number; readonly whole: number; readonly canExtend: boolean } | undefined {
    const held = this.#held;
    if (!held || typeof held.state !== 'object') return undefined;
    const { until, whole, canExtend } = held.state;
    return { seconds: Math.max(0, Math.ceil((until - held.client.clock.now()) / 1000)), whole, canExtend };
  }

  /** Keeps this one from now on, and lets go of what was kept before. */
  follow(client: Client | undefined, slot: Slot | undefined, subject: PersonId | undefined): void {
    if (slot?.id === this.#held?.slot.id) return;
    const before = this.#held;
    this.#stop();
    this.#held = client && slot && subject ? { client, slot, state: undefined } : undefined;
    const held = this.#held;
    if (held) this.#calls = this.#calls.then(() => this.#hold(held, subject!));
    // Who holds another slot lets go of the first by that.
    else if (before) this.#give(before);
  }

  /** What was kept is booked, or lost: there is nothing to give back. */
  forget(): void {
    this.#stop();
    this.#held = undefined;
  }

  /** Gives back what is kept. */
  leave(): void {
    if (this.#held) this.#give(this.#held);
    this.forget();
  }

  readonly extend = async (): Promise<void> => {
    const held = this.#held;
    if (!held) return;
    try {
      this.#keep(held, await extendHold(held.client, held.slot.id, { signal: new AbortController().signal }));
      if (this.left) announce(this.#options.words().extended(this.left.seconds));
    } catch (error) {
      if (this.#held === held && error instanceof AdapterError && error.code === 'conflict') await this.#lost(held, 'expired');
    }
  };

  async #hold(held: Held, subject: PersonId): Promise<void> {
    // Another was chosen before it was this one's turn, such as by the arrow keys.
    if (this.#held !== held) return;
    const { signal } = new AbortController();
    try {
      this.#keep(held, await holdSlot(held.client, { slot: held.slot.id, subject }, { signal }));
    } catch (error) {
      if (this.#held !== held) return;
      if (error instanceof AdapterError && /^(conflict|not-found|gone)$/.test(error.code)) return this.#lost(held, 'taken');
      this.#unkept(held);
    }
  }

  #keep(held: Held, { left, canExtend }: Hold): void {
    if (this.#held !== held) return;
    // Counted from the answer on, whatever this device's clock says.
    held.state = { until: held.client.clock.now() + left, whole: Math.ceil(left / 1000), canExtend };
    this.#before = Infinity;
    this.#tick(held);
  }

  #tick(held: Held): void {
    this.#stop();
    const { seconds } = this.left!;
    if (seconds === 0) return void this.#lost(held, 'expired');
    // A timer may come late, and pass by a second.
    const said = SAID_AT.filter((at) => this.#before > at && seconds <= at).at(-1);
    if (said && this.#before < Infinity && !this.#options.isOpen()) announce(this.#options.words().keptStill(seconds), { urgent: said === SAID_AT.at(-1) });
    this.#before = seconds;
    this.#callOff = held.client.clock.after(1000, () => this.#tick(held));
    this.#host.requestUpdate();
  }

  async #lost(held: Held, why: 'taken' | 'expired'): Promise<void> {
    const { isOpen, look, onOwn, onLost } = this.#options;
    const own = isOpen() ? undefined : await look(held.client, held.slot).catch(() => undefined);
    if (this.#held !== held) return;
    // What is being booked says itself what has become of it.
    if (isOpen()) return this.#unkept(held);
    this.forget();
    if (own) onOwn(own);
    else onLost(held.slot, why);
  }

  #unkept(held: Held): void {
    held.state = 'none';
    this.#host.requestUpdate();
  }

  #give({ client, slot }: Held): void {
    this.#calls = this.#calls.then(() => {
      // Chosen again meanwhile.
      if (this.#held?.slot.id === slot.id) return undefined;
      // If that fails it runs out by itself.
      return releaseSlot(client, slot.id, { signal: new AbortController().signal }).catch(() => {});
    });
  }

  #stop(): void {
    this.#callOff?.();
    this.#callOff = undefined;
  }
}
