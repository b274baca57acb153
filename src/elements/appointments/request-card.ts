import { html, nothing, type TemplateResult } from 'lit';
import { formatDue } from '../../i18n/format.js';
import type { Appointment } from '../../model/appointment.js';
import { icon } from '../../primitives/icon.js';
import { alertIcon, clockIcon, infoIcon } from '../../primitives/icons.js';
import { phoneButton } from '../../primitives/phone-link.js';
import { whatOf } from './visit-card.js';
import { visitFacts } from './visit-facts.js';
import { timesOf, type Visiting } from './visiting.js';

/** A visit that has no time so far: what was asked, and by when the practice answers. */
export function requestCard(visit: Appointment, place: number, visiting: Visiting): TemplateResult {
  const { text, view, more, act } = visiting;
  const title = `request-${place}`;
  const mayCancel = visit.canCancel && view.can.cancel;
  return html`<article class="appointment" part="appointment" aria-labelledby=${title}>
    <div class="stack close">
      <h4 id=${title} tabindex="-1">${whatOf(visit, visiting)}</h4>
      ${answerLine(visit, visiting)}
    </div>
    ${more?.offer(visit, visiting)} ${visitFacts(visit, visiting)}
    ${mayCancel
      ? html`<div class="row">
          <button
            class="button quiet"
            type="button"
            aria-expanded=${more?.opened(visit) === 'cancel'}
            @click=${() => act('cancel', visit, visiting)}
          >
            ${visit.status === 'waiting' ? text.leave : text.takeBack}
          </button>
        </div>`
      : nothing}
    ${more?.panel(visit, visiting)}
  </article>`;
}

function answerLine(visit: Appointment, visiting: Visiting): TemplateResult {
  const { text, common, lang, now, phone, isPast } = visiting;
  const { status, answerBy } = visit;
  if (status === 'waiting') return html`<p class="state">${icon(clockIcon)} <span>${text.waits}</span></p>`;
  if (answerBy && isPast(answerBy)) {
    return html`<p class="state heed">${icon(alertIcon)} <span>${text.late}</span></p>
      ${phone ? html`<div class="row">${phoneButton(phone, common.call)}</div>` : nothing}`;
  }
  if (status === 'declined') {
    return html`<p class="state">${icon(infoIcon)} <span>${text.declined}</span></p>
      ${phone ? html`<div class="row">${phoneButton(phone, common.call)}</div>` : nothing}`;
  }
  const { zone } = timesOf(visit, visiting);
  const said = answerBy ? text.answerBy(formatDue(answerBy, now, { lang, zone })) : text.noPromise;
  return html`<p class="state">${icon(clockIcon)} <span>${said}</span></p>`;
}
