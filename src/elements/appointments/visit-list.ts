import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ElementHost } from '../../controllers/client-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { appointmentsList as english } from '../../i18n/en/appointments-list.js';
import { visitTimes } from '../../i18n/en/visit-times.js';
import type { Appointment } from '../../model/appointment.js';
import { note } from '../../primitives/note.js';
import { phoneButton } from '../../primitives/phone-link.js';
import { visitId } from './appointments-view.js';
import { listStyles } from './list-styles.js';
import { requestCard } from './request-card.js';
import { visitCard } from './visit-card.js';
import type { Setting, Visiting } from './visiting.js';

/** The list itself: fetched while the visits are on their way. */
export class VisitList {
  readonly #text: LocalizeController<typeof english>;
  readonly #words: LocalizeController<typeof visitTimes>;

  constructor(host: ElementHost) {
    this.#text = new LocalizeController(host, 'appointments-list', english);
    this.#words = new LocalizeController(host, 'visit-times', visitTimes);
    const root = host.shadowRoot!;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, listStyles.styleSheet!];
  }

  /** What was just done, if anything, and what is to come. */
  template(setting: Setting): TemplateResult {
    const visiting = { ...setting, text: this.#text.words, words: this.#words.words };
    return html`${setting.more?.done(visiting)} ${visitList(visiting)}`;
  }
}

/** What is to come: the next visit first, then the others, then what has no time so far. */
function visitList(visiting: Visiting): TemplateResult {
  const { view, text, phone, common, more } = visiting;
  const { items, unreadable } = view.coming;
  const booked = items.filter(hasTime);
  const asked = [...view.declined, ...items.filter((visit) => !hasTime(visit))];
  const [next, others] = [booked.slice(0, 1), booked.slice(1)];
  const card = (visit: Appointment, place: number): TemplateResult => visitCard(visit, place, visiting);
  return html`
    ${booked.length + asked.length + unreadable === 0 ? empty(visiting) : nothing}
    ${unreadable > 0
      ? note({ tone: 'attention', text: text.unreadable(unreadable), actions: phoneButton(phone, common.call) })
      : nothing}
    <div class="stack visits">
      ${repeat(next, visitId, (visit) => card(visit, 0))}
      ${others.length > 0 ? html`<h3>${text.others}</h3>` : nothing}
      ${repeat(others, visitId, (visit, place) => card(visit, place + 1))}
      ${asked.length > 0 ? html`<h3>${view.me.kind === 'staff' ? text.askedOf : text.asked}</h3>` : nothing}
      ${repeat(asked, visitId, (visit, place) => requestCard(visit, place, visiting))}
    </div>
    ${more?.booking(visiting)} ${more?.past(visiting)}
  `;
}

/** One that is asked for may say a time of its own, which nobody has agreed to. */
const hasTime = ({ status, starts }: Appointment): boolean => Boolean(starts) && status !== 'requested' && status !== 'waiting';

function empty({ text }: Visiting): TemplateResult {
  return html`<slot name="empty">
    <div class="stack close">
      <h3>${text.emptyTitle}</h3>
      <p>${text.empty}</p>
    </div>
  </slot>`;
}
