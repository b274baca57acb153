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
import { type AppointmentsView, viewKey } from '../appointments-view.js';
import type { Visiting } from '../visiting.js';
import { tellEnd, undecided, writeLine } from './write-line.js';

/** Waits for an earlier time than the one that is booked, where the practice keeps a list of who does. */
export class Waitlist {
  readonly #host: ElementHost;
  readonly #services: QueryController<ReadonlySet<ServiceId>, readonly string[]>;
  readonly #write: CarefulWrite<Appointment>;
  /** What was asked for last: of which visit, by whom, and whether to wait. */
  #of: { readonly id: string; readonly key: string; readonly waits: boolean } | undefined;

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

  template(
    visit: Appointment,
    visiting: Visiting,
    client: Client | undefined,
    words: AppointmentsMoreWords,
  ): TemplateResult | typeof nothing {
    const { state } = this.#services;
    const { id, service, status, waits, canMove } = visit;
    const isKept = state.status === 'ready' && service !== undefined && state.value.has(service);
    if (!client || status !== 'booked' || !(waits || (isKept && canMove))) return nothing;
    const { state: writing } = this.#write;
    const isOwn = this.#of?.id === id && this.#of.key === viewKey(visiting.view);
    const again = (): void => void this.#write.again().then((saved) => this.#say(saved, words));
    const line =
      writing === 'undecided' ? undecided(visiting, words, again) : writeLine(writing, { words, unsure: words.unsureSaved });
    // Nothing else is begun before it is known what became of this.
    const isHeld = this.#write.isUnderWay || (isOwn && writing === 'undecided');
    return html`<div class="waits">
      <label class="choice">
        <input
          type="checkbox"
          .checked=${live(isHeld && isOwn ? this.#of!.waits : waits)}
          aria-disabled=${isHeld ? 'true' : nothing}
          aria-describedby="waits-${id}"
          @click=${(event: Event) => isHeld && event.preventDefault()}
          @change=${(event: Event) => void this.#set(visit, (event.target as HTMLInputElement).checked, visiting, client, words)}
        />
        <span class="what">${words.wait}</span>
      </label>
      <p class="soft small" id="waits-${id}">${words.waitNote}</p>
      ${isOwn ? line : nothing}
    </div>`;
  }

  async #set(
    { id, version }: Appointment,
    waits: boolean,
    { view }: Visiting,
    client: Client,
    words: AppointmentsMoreWords,
  ): Promise<void> {
    if (this.#write.isUnderWay) return;
    this.#of = { id, waits, key: viewKey(view) };
    const saved = await this.#write.run(client, (on, write) => setWaiting(on, { appointment: id, waits }, { ...write, ifVersion: version }));
    this.#say(saved, words);
  }

  #say(saved: Appointment | undefined, words: AppointmentsMoreWords): void {
    if (saved) announce(this.#of!.waits ? words.waits : words.waitsNot);
    else tellEnd(this.#write, words);
    this.#host.requestUpdate();
  }
}
