import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { announce } from '../../../a11y/announcer.js';
import { listServices, setWaiting } from '../../../client/appointments.js';
import type { Client } from '../../../client/client.js';
import type { ElementHost } from '../../../controllers/client-controller.js';
import { QueryController } from '../../../controllers/query-controller.js';
import type { AppointmentsMoreWords } from '../../../i18n/en/appointments-more.js';
import type { ServiceId } from '../../../model/appointment-id.js';
import type { Appointment } from '../../../model/appointment.js';
import type { PersonId } from '../../../model/id.js';
import { CarefulWrite } from '../../shared/careful-write.js';
import type { ReaderView } from '../../shared/reader-view.js';
import type { AppointmentsView } from '../appointments-view.js';
import { writeLine } from './write-line.js';

/** Waits for an earlier time than the one that is booked, where the practice keeps a list of who does. */
export class Waitlist {
  readonly #host: ElementHost;
  readonly #services: QueryController<ReadonlySet<ServiceId>, readonly string[]>;
  readonly #write: CarefulWrite<Appointment>;
  #of: string | undefined;

  constructor(host: ElementHost, view: ReaderView<AppointmentsView>) {
    this.#host = host;
    this.#write = new CarefulWrite(host);
    this.#services = new QueryController<ReadonlySet<ServiceId>, readonly string[]>(host, {
      args: () => {
        const { value } = view;
        const isAsked = value?.can.setWaiting && value.coming.items.some(({ status, service }) => service && status === 'booked');
        return isAsked && value.subject ? [value.subject, value.me.id] : undefined;
      },
      run: async (client, [subject], signal) => {
        const { items } = await listServices(client, subject as PersonId, { signal });
        return new Set(items.flatMap(({ id, hasWaitlist }) => (hasWaitlist ? [id] : [])));
      },
    });
  }

  template(visit: Appointment, client: Client | undefined, words: AppointmentsMoreWords): TemplateResult | typeof nothing {
    const { state } = this.#services;
    const { id, service, status, waits, canMove } = visit;
    const isKept = state.status === 'ready' && service !== undefined && state.value.has(service);
    if (!client || status !== 'booked' || !(waits || (isKept && canMove))) return nothing;
    const line = this.#of === id ? writeLine(this.#write.state, { words, unsure: words.unsureSaved }) : undefined;
    return html`<div class="waits">
      <label class="choice">
        <input
          type="checkbox"
          .checked=${live(waits)}
          aria-describedby="waits-${id}"
          @change=${(event: Event) => void this.#set(visit, (event.target as HTMLInputElement).checked, client, words)}
        />
        <span class="what">${words.wait}</span>
      </label>
      <p class="soft small" id="waits-${id}">${words.waitNote}</p>
      ${line}
    </div>`;
  }

  async #set({ id, version }: Appointment, waits: boolean, client: Client, words: AppointmentsMoreWords): Promise<void> {
    this.#of = id;
    const saved = await this.#write.run(client, (on, write) => setWaiting(on, { appointment: id, waits }, { ...write, ifVersion: version }));
    const { error } = this.#write;
    if (saved) announce(waits ? words.waits : words.waitsNot);
    else if (error) announce(words.refused[error.code] ?? words.refused['other']!);
    this.#host.requestUpdate();
  }
}
