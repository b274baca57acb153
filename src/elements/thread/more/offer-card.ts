import { html, type TemplateResult } from 'lit';
import type { ElementHost } from '../../../controllers/client-controller.js';
import type { OfferId } from '../../../model/appointment-id.js';
import type { Card } from '../../../model/card.js';
import { SlotOfferView } from '../../shared/slot-offer.js';
import type { Telling } from '../telling.js';

/** Times that a message offers, to be taken where they stand. */
export class OfferCards {
  readonly #host: ElementHost;
  /** By reader: what one person has chosen is nothing to the next who signs in. */
  readonly #offers = new Map<string, SlotOfferView>();

  constructor(host: ElementHost) {
    this.#host = host;
  }

  /** @param name what the times are for, as the message says it. */
  card({ offer }: Card, { view, now, isPast }: Telling, name: TemplateResult): TemplateResult {
    if (!offer) return name;
    const { me, practice } = view;
    const isStaff = me.kind === 'staff';
    const phone = isStaff ? undefined : practice?.phone;
    const inside = this.#offer(`${me.id} ${offer}`, offer).template({ now, zone: practice?.zone, phone, isStaff, isPast });
    return html`${name} ${inside}`;
  }

  #offer(key: string, offer: OfferId): SlotOfferView {
    const known = this.#offers.get(key) ?? new SlotOfferView(this.#host, offer);
    this.#offers.set(key, known);
    return known;
  }
}
