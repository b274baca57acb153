import type { TemplateResult } from 'lit';
import { announce } from '../../a11y/announcer.js';
import { declineOffer, readAppointment, readOffer, takeOffer } from '../../client/appointments.js';
import type { Client } from '../../client/client.js';
import { wantedVisitOf } from '../../client/wanted-visit.js';
import { mayAct } from '../../controllers/act-event.js';
import { AppointmentActEvent, AppointmentChangedEvent } from '../../controllers/appointment-events.js';
import type { ElementHost } from '../../controllers/client-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { appointmentsOffer as english } from '../../i18n/en/appointments-offer.js';
import { common } from '../../i18n/en/common.js';
import { visitTimes } from '../../i18n/en/visit-times.js';
import type { AppointmentId, OfferId, SlotId } from '../../model/appointment-id.js';
import type { Appointment } from '../../model/appointment.js';
import type { SlotOffer } from '../../model/slot-offer.js';
import { CarefulWrite } from './careful-write.js';
import { endedOffer, type OfferDrawing, type OfferSetting, type OfferView, openOffer, stateWords, takenOffer, waitingOffer } from './slot-offer-template.js';
import { zoneOf } from './slot-words.js';

let count = 0;

/** Times that are offered, to be taken in place or not. Another may take them first. */
export class SlotOfferView {
  readonly #host: ElementHost;
  readonly #query: QueryController<OfferView, readonly [OfferId]>;
  readonly #text: LocalizeController<typeof english>;
  readonly #words: LocalizeController<typeof visitTimes>;
  readonly #common: LocalizeController<typeof common>;
  readonly #taking: CarefulWrite<Appointment>;
  readonly #declining: CarefulWrite<SlotOffer>;
  readonly #name = `offer-${++count}`;
  #chosen: SlotId | undefined;
  #told: 'lost' | 'declined' | undefined;

  constructor(host: ElementHost, offer: OfferId) {
    this.#host = host;
    this.#text = new LocalizeController(host, 'appointments-offer', english);
    this.#words = new LocalizeController(host, 'visit-times', visitTimes);
    this.#common = new LocalizeController(host, 'common', common);
    this.#taking = new CarefulWrite(host);
    this.#declining = new CarefulWrite(host);
    this.#query = new QueryController<OfferView, readonly [OfferId]>(host, {
      args: () => [offer],
      run: async (client, [id], signal) => {
        const read = await readOffer(client, id, { signal });
        const visit = async (id: AppointmentId | undefined) => id && readAppointment(client, id, { signal }).catch(() => undefined);
        const [taken, moved] = await Promise.all([visit(read.appointment), visit(read.moves)]);
        return { offer: read, taken, moved };
      },
      concerns: ({ kind }) => kind === 'appointment',
    });
  }

  template(setting: OfferSetting): TemplateResult {
    const { state } = this.#query;
    const drawing = this.#drawing(setting);
    if (state.status !== 'ready') return waitingOffer(state, drawing, () => void this.#query.refresh());
    const { offer, taken } = state.value;
    if (offer.until) setting.isPast(offer.until);
    if (this.#taking.isUnderWay || offer.state === 'open') return openOffer(state.value, drawing);
    if (offer.state === 'taken') return takenOffer(taken, drawing);
    return endedOffer(drawing);
  }

  #drawing(setting: OfferSetting): OfferDrawing {
    const { client, state } = this.#query;
    const slots = state.status === 'ready' ? state.value.offer.slots : [];
    const words = this.#words.words;
    const { lang } = this.#text;
    const { now, zone } = setting;
    return {
      ...{ setting, name: this.#name, text: this.#text.words, common: this.#common.words, told: this.#told },
      times: { lang, words, now, zone: zoneOf(zone) },
      chosen: slots.find(({ id }) => id === this.#chosen) ?? slots[0],
      taking: this.#taking.state,
      declining: this.#declining.state,
      choose: (slot) => {
        this.#chosen = slot;
        this.#host.requestUpdate();
      },
      take: () => void this.#take(setting),
      again: () => void this.#taking.again().then((visit) => this.#isTaken(visit, setting)),
      decline: () => void this.#decline(),
      book: client && wantedVisitOf(client).isServed && state.status === 'ready' ? () => this.#book(client, state.value.offer) : undefined,
    };
  }

  async #take(setting: OfferSetting): Promise<void> {
    const { client, state } = this.#query;
    if (!client || state.status !== 'ready' || this.#taking.isUnderWay) return;
    const { offer } = state.value;
    const slot = offer.slots.find(({ id }) => id === this.#chosen) ?? offer.slots[0];
    if (!slot) return;
    this.#told = undefined;
    this.#declining.reset();
    const act = offer.moves ? 'move' : 'book';
    const visit = await this.#taking.run(
      client,
      (on, options) => takeOffer(on, { offer: offer.id, slot: slot.id }, options),
      () => mayAct(this.#host, new AppointmentActEvent(act), client.clock),
    );
    this.#isTaken(visit, setting);
  }

  #isTaken(visit: Appointment | undefined, { onTaken }: OfferSetting): void {
    const { state } = this.#query;
    if (!visit || state.status !== 'ready') {
      const { error } = this.#taking;
      // What is to be given up cannot be given up here any more: nobody was faster.
      if (error?.code !== 'conflict' || error.field === 'moves') return this.#tellEnd();
      this.#told = 'lost';
      this.#taking.reset();
      return void this.#query.refresh().then(() => this.#tellLost());
    }
    const { moves } = state.value.offer;
    this.#host.dispatchEvent(new AppointmentChangedEvent(moves ? 'move' : 'book', visit.id, visit.subject.id));
    if (onTaken) return onTaken(visit);
    void this.#query.refresh().then(this.#toOutcome);
  }

  /** Says why there is no answer, to who does not see the line. */
  #tellEnd(): void {
    const said = stateWords({ text: this.#text.words, taking: this.#taking.state, declining: this.#declining.state });
    if (said) announce(said);
  }

  #tellLost(): void {
    const { state } = this.#query;
    const isLeft = state.status === 'ready' && state.value.offer.state === 'open';
    if (isLeft) announce(this.#text.words.lost.left);
    else void this.#toOutcome();
  }

  async #decline(): Promise<void> {
    const { client, state } = this.#query;
    if (!client || state.status !== 'ready') return;
    const { id } = state.value.offer;
    this.#taking.reset();
    const offer = await this.#declining.run(client, (on, options) => declineOffer(on, id, options));
    if (!offer) return this.#tellEnd();
    this.#told = 'declined';
    this.#query.set({ status: 'ready', value: { offer, taken: undefined, moved: undefined } });
    void this.#toOutcome();
  }

  /** The focus goes to what it has come to, which is read out then: what was pressed is gone. */
  readonly #toOutcome = async (): Promise<void> => {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.shadowRoot!.querySelector<HTMLElement>(`#${this.#name}-outcome`)?.focus({ preventScroll: true });
  };

  #book(client: Client, { subject }: SlotOffer): void {
    wantedVisitOf(client).ask({ subject: subject.id, text: '' });
  }
}
