import { html, nothing, type TemplateResult } from 'lit';
import type { AppointmentChangedEvent } from '../../../controllers/appointment-events.js';
import type { ElementHost } from '../../../controllers/client-controller.js';
import type { AppointmentsMoreWords } from '../../../i18n/en/appointments-more.js';
import type { AppointmentId, ServiceId } from '../../../model/appointment-id.js';
import { note } from '../../../primitives/note.js';
import { phoneButton } from '../../../primitives/phone-link.js';
import { Later } from '../../shared/later.js';
import type { Visiting } from '../visiting.js';

export interface PickOptions {
  readonly words: AppointmentsMoreWords;
  /** What it is for. None: the reader chooses. */
  readonly service: ServiceId | undefined;
  /** The visit that is given up for it. */
  readonly moves: AppointmentId | undefined;
  readonly close: () => void;
  readonly done: (event: AppointmentChangedEvent) => void;
}

const TAG = 'care-appointment-picker';

/** Picks a time in place, with the element that is made for that. */
export class Picking {
  readonly #picker: Later<boolean>;

  constructor(host: ElementHost, fetch: () => Promise<unknown> | undefined) {
    this.#picker = new Later(host, async () => {
      if (!customElements.get(TAG)) await fetch();
      if (!customElements.get(TAG)) throw new Error('nothing here picks a time');
      return true;
    });
  }

  template({ view, common, phone }: Visiting, { words, service, moves, close, done }: PickOptions): TemplateResult {
    const isThere = this.#picker.value;
    const failed = note({
      tone: 'attention',
      text: words.noPicker,
      actions: html`<button class="button" type="button" @click=${this.#picker.ask}>${common.tryAgain}</button>
        ${phoneButton(phone, common.call)}`,
    });
    const picker = html`<care-appointment-picker
      subject-id=${view.subject ?? nothing}
      service=${service ?? nothing}
      moves=${moves ?? nothing}
      @care-appointment-changed=${done}
    ></care-appointment-picker>`;
    return html`${isThere ? picker : this.#picker.hasFailed ? failed : html`<p class="soft" role="status">${words.pickerLater}</p>`}
      <div class="row">
        <button class="button quiet" type="button" @click=${close}>${moves ? words.keep : words.close}</button>
      </div>`;
  }
}
