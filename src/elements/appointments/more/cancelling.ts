import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../../a11y/announcer.js';
import { cancelAppointment } from '../../../client/appointments.js';
import type { Client } from '../../../client/client.js';
import { mayAct } from '../../../controllers/act-event.js';
import { AppointmentActEvent } from '../../../controllers/appointment-events.js';
import type { ElementHost } from '../../../controllers/client-controller.js';
import type { AppointmentsMoreWords } from '../../../i18n/en/appointments-more.js';
import { type Appointment, CareNeed } from '../../../model/appointment.js';
import { CarefulWrite } from '../../shared/careful-write.js';
import { choiceGroup } from '../../shared/fields/choice-templates.js';
import { slotWords } from '../../shared/slot-words.js';
import { timesOf, type Visiting } from '../visiting.js';
import { tellEnd, undecided, writeLine } from './write-line.js';

const NEEDS = CareNeed.options;

export interface CancelOptions {
  readonly client: Client;
  readonly words: AppointmentsMoreWords;
  readonly close: () => void;
  readonly move: () => void;
  readonly done: (visit: Appointment, care: CareNeed) => void;
}

/** Asks whether the care is still needed, and cancels. */
export class Cancelling {
  readonly #host: ElementHost;
  readonly #write: CarefulWrite<Appointment>;
  #need: CareNeed | undefined;
  #isMissing = false;

  constructor(host: ElementHost) {
    this.#host = host;
    this.#write = new CarefulWrite(host);
  }

  get isUnderWay(): boolean {
    return this.#write.isUnderWay;
  }

  begin(): void {
    this.#need = undefined;
    this.#isMissing = false;
    this.#write.reset();
  }

  template(visit: Appointment, visiting: Visiting, options: CancelOptions): TemplateResult {
    const { words, close, move } = options;
    const { state } = this.#write;
    const time = visit.starts ? slotWords(visit.starts, timesOf(visit, visiting)) : undefined;
    const label = time ? words.cancelVisit(time) : visit.status === 'waiting' ? words.leaveList : words.cancelRequest;
    const canMove = time !== undefined && visit.canMove && visiting.view.can.book;
    const note = this.#need === 'still' && canMove ? words.needNotes.still(time) : this.#need === 'unsure' ? words.needNotes.unsure : '';
    if (state === 'unsure') return writeLine(state, { words, unsure: words.unsureCancelled })!;
    if (state === 'undecided') return undecided(visiting, words, () => void this.#write.again().then((done) => this.#end(done, options)));
    const isBusy = state === 'busy';
    return html`${choiceGroup({
        id: 'need',
        legend: words.need,
        options: NEEDS.map((value) => ({ value, label: words.needs[value] })),
        chosen: this.#need ? [this.#need] : [],
        problem: this.#isMissing ? words.chooseOne : undefined,
        choose: ([need]) => this.#choose(need as CareNeed | undefined),
      })}
      ${note ? html`<p>${note}</p>` : nothing} ${writeLine(state, { words, unsure: '' })}
      <div class="row">
        ${this.#need === 'still' && canMove
          ? html`<button class="button main" type="button" @click=${move}>${words.moveInstead}</button>`
          : nothing}
        <button
          class="button"
          type="button"
          aria-disabled=${isBusy ? 'true' : nothing}
          @click=${isBusy ? undefined : () => void this.#cancel(visit, options)}
        >
          ${isBusy ? words.cancelling : label}
        </button>
        <button class="button quiet" type="button" @click=${close}>${words.keepIt}</button>
      </div>`;
  }

  #choose(need: CareNeed | undefined): void {
    this.#need = need;
    this.#isMissing = false;
    this.#host.requestUpdate();
  }

  async #cancel({ id, version }: Appointment, options: CancelOptions): Promise<void> {
    const { client, words } = options;
    const care = this.#need;
    if (!care) {
      this.#isMissing = true;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      announce(words.chooseOne);
      return this.#host.shadowRoot!.querySelector<HTMLElement>('#need input')?.focus();
    }
    const done = await this.#write.run(
      client,
      (on, write) => cancelAppointment(on, { appointment: id, care }, { ...write, ifVersion: version }),
      () => mayAct(this.#host, new AppointmentActEvent('cancel'), client.clock),
    );
    this.#end(done, options);
  }

  #end(visit: Appointment | undefined, { done, words }: CancelOptions): void {
    if (visit) done(visit, this.#need!);
    else tellEnd(this.#write, words);
  }
}
