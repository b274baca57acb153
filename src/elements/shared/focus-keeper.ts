import type { ReactiveController } from 'lit';
import type { ElementHost } from '../../controllers/client-controller.js';

/** Keeps the focus near when what has it goes away, such as a button that has done its work. */
export class FocusKeeper implements ReactiveController {
  readonly #host: ElementHost;
  readonly #instead: string;
  #focused: Element | null | undefined;

  /** @param instead selects what takes the focus then. */
  constructor(host: ElementHost, instead: string) {
    this.#host = host;
    this.#instead = instead;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot?.activeElement;
  }

  hostUpdated(): void {
    if (this.#focused?.isConnected !== false) return;
    this.#host.shadowRoot!.querySelector<HTMLElement>(this.#instead)?.focus({ preventScroll: true });
  }
}
