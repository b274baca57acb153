import type { Client } from '../client/client.js';
import type { OutboxItem } from '../client/outbox-item.js';
import { ClientController, type ElementHost } from './client-controller.js';

/** Redraws its host as messages go out, and lists those of one lane. */
export class OutboxController {
  readonly #host: ElementHost;
  readonly #clients: ClientController;
  #stopListening: (() => void) | undefined;

  constructor(host: ElementHost) {
    this.#host = host;
    this.#clients = new ClientController(host, (client) => this.#useClient(client));
  }

  get client(): Client | undefined {
    return this.#clients.client;
  }

  /** What is under way in a lane, oldest first. */
  items(lane: string): readonly OutboxItem[] {
    return this.#clients.client?.outbox.items(lane) ?? [];
  }

  #useClient(client: Client | undefined): void {
    this.#stopListening?.();
    this.#stopListening = client?.outbox.listen(() => this.#host.requestUpdate());
  }
}
