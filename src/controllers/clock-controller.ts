import type { ReactiveController } from 'lit';
import { ClientController, type ElementHost } from './client-controller.js';

/** A timer may sleep with its device: it looks again at least this often. Milliseconds. */
const LOOK_EVERY = 60_000;

/** Tells the time by the client's clock, and redraws its host when a moment it was asked about has come. */
export class ClockController implements ReactiveController {
  readonly #host: ElementHost;
  readonly #clients: ClientController;
  #next = Infinity;
  #callOff: (() => void) | undefined;

  constructor(host: ElementHost) {
    this.#host = host;
    host.addController(this);
    this.#clients = new ClientController(host);
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return this.#clients.client?.clock.now() ?? Date.now();
  }

  /** Whether a moment has passed. When it has not, the host is drawn again once it does. */
  readonly isPast = (at: string): boolean => {
    const moment = Date.parse(at);
    if (moment <= this.now()) return true;
    this.#next = Math.min(this.#next, moment);
    return false;
  };

  hostUpdate(): void {
    // Days have names such as "Today": they change at midnight.
    this.#next = new Date(this.now()).setHours(24, 0, 0, 0);
  }

  hostUpdated(): void {
    this.#wait();
  }

  hostDisconnected(): void {
    this.#callOff?.();
    this.#callOff = undefined;
  }

  #wait(): void {
    this.#callOff?.();
    const left = this.#next - this.now();
    this.#callOff = this.#clients.client?.clock.after(Math.min(Math.max(left, 0), LOOK_EVERY), () => {
      if (this.now() >= this.#next) this.#host.requestUpdate();
      else this.#wait();
    });
  }
}
