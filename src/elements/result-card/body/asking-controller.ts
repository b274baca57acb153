import type { ReactiveControllerHost } from 'lit';
import { announce } from '../../../a11y/announcer.js';
import { askingOf } from '../../../client/asking.js';
import type { Client } from '../../../client/client.js';
import { ClientController, type ElementHost } from '../../../controllers/client-controller.js';
import { ResultAskEvent } from '../../../controllers/result-events.js';
import type { ResultCardBodyWords } from '../../../i18n/en/result-card-body.js';
import type { Result } from '../../../model/result.js';
import { resultLabel } from '../../../model/result-label.js';

/** Hands a result to the form that asks about it, and knows whether there is one and what it has. */
export class AskingController {
  readonly #host: ReactiveControllerHost & ElementHost;
  #client: Client | undefined;
  #stop: (() => void) | undefined;

  constructor(host: ElementHost) {
    this.#host = host;
    new ClientController(host, (client) => {
      this.#stop?.();
      this.#client = client;
      this.#stop = client && askingOf(client).listen(() => host.requestUpdate());
    });
  }

  /** Whether a form on the page takes what is asked about. */
  get isServed(): boolean {
    return this.#asking?.isServed ?? false;
  }

  /** Whether it was handed to the form. Whether a message takes it along is the form's to say. */
  has({ id }: Result): boolean {
    return this.#asking?.results.some((asked) => asked.id === id) ?? false;
  }

  /** Asks about it. False: the page asks in another way. */
  ask(result: Result, zone: string | undefined): boolean {
    const { id, subject, orderedBy } = result;
    if (!this.#host.dispatchEvent(new ResultAskEvent(id, subject.id, orderedBy?.id))) return false;
    this.#asking?.add({ id, label: resultLabel(result, zone ?? 'UTC'), subject: subject.id, recipient: orderedBy?.id });
    return true;
  }

  takeOut({ id }: Result, text: ResultCardBodyWords): void {
    this.#asking?.remove(id);
    announce(text.takenOut);
  }

  get #asking() {
    return this.#client && askingOf(this.#client);
  }
}
