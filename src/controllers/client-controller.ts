import { ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Client } from '../client/client.js';
import { clientContext } from './client-context.js';

/** What a controller is attached to. */
export type ElementHost = ReactiveControllerHost & HTMLElement;

/**
 * The client of the nearest provider, kept up to date. Asks again whenever a provider appears: an element that was
 * upgraded before its provider would otherwise stay empty for ever, in whatever order a page imports.
 */
export class ClientController implements ReactiveController {
  readonly #host: ElementHost;
  readonly #onClient: (client: Client | undefined) => void;
  #client: Client | undefined;
  #leave: (() => void) | undefined;

  /** @param onClient told at each change, while the host is connected; undefined when it has gone. */
  constructor(host: ElementHost, onClient: (client: Client | undefined) => void = () => {}) {
    this.#host = host;
    this.#onClient = onClient;
    host.addController(this);
  }

  get client(): Client | undefined {
    return this.#client;
  }

  hostConnected(): void {
    document.addEventListener('context-provider', this.#ask);
    this.#ask();
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#ask);
    this.#leave?.();
    this.#leave = undefined;
    this.#take(undefined);
  }

  readonly #ask = (): void => {
    const answered = (client: Client | undefined, leave?: () => void): void => {
      if (this.#leave !== leave) this.#leave?.();
      this.#leave = leave;
      // A client of another protocol would be called in ways it does not know.
      this.#take(client?.protocol === 1 ? client : undefined);
    };
    this.#host.dispatchEvent(new ContextEvent(clientContext, this.#host, answered, true));
  };

  #take(client: Client | undefined): void {
    if (client === this.#client) return;
    this.#client = client;
    this.#onClient(client);
    this.#host.requestUpdate();
  }
}
