import { html, nothing, type TemplateResult } from 'lit';
import { dayOf } from '../../i18n/format.js';
import type { Appointment } from '../../model/appointment.js';
import { dayIn } from '../../model/zoned-time.js';
import { icon } from '../../primitives/icon.js';
import { clockIcon } from '../../primitives/icons.js';
import { phoneNumber } from '../../primitives/phone-link.js';
import { nameOf } from '../shared/person-words.js';
import { clockWords, dayWords, ownTimeWords, spanWords, timeWords, zoneWords } from '../shared/slot-words.js';
import { visitWords } from '../shared/visit-words.js';
import { calendarIcon } from './calendar-icon.js';
import { visitFacts } from './visit-facts.js';
import { timesOf, type VisitAct, type Visiting } from './visiting.js';

/** A visit that has a time. `place`: where it stands in the list, to name it by; the first is the next. */
export function visitCard(visit: Appointment, place: number, visiting: Visiting): TemplateResult {
  const { more } = visiting;
  const title = `visit-${place}`;
  return html`<article class=${place === 0 ? 'appointment next' : 'appointment'} part="appointment" aria-labelledby=${title}>
    <div class="stack close">
      ${place === 0 ? nextLine(visit, visiting) : nothing}
      <h3 class="when" id=${title} tabindex="-1">${whenOf(visit, visiting)}</h3>
      <p>${whatOf(visit, visiting)}</p>
      ${zoneLine(visit, visiting)}
    </div>
    ${more?.offer(visit, visiting)} ${visitFacts(visit, visiting)} ${acts(visit, visiting)} ${more?.panel(visit, visiting)}
    ${more?.waitlist(visit, visiting)}
  </article>`;
}

/** Day and time, on a line each: `Tuesday, December 8`, `9:20 to 9:35 am`. */
export function whenOf(visit: Appointment, visiting: Visiting): TemplateResult {
  const times = timesOf(visit, visiting);
  const { starts, ends } = visit;
  const span = spanWords(starts!, ends, times).replace(/\u00a0([ap]m)(?=.*\u00a0\1$)/, '');
  return html`<time datetime=${starts!} dir="auto">${dayWords(dayIn(times.zone, Date.parse(starts!)), times)}<br />${span}</time>`;
}

/** What it is for, how, and with whom; the name stands out. */
export function whatOf({ label, kind, practitioner }: Appointment, { words }: Visiting): TemplateResult {
  const said = visitWords({ label: label.trim(), kind, practitioner }, words);
  const name = nameOf(practitioner, '');
  const at = practitioner?.name.trim() ? said.lastIndexOf(name) : -1;
  return at < 0 ? html`<bdi>${said}</bdi>` : html`<bdi>${said.slice(0, at)}<b>${name}</b>${said.slice(at + name.length)}</bdi>`;
}

function nextLine(visit: Appointment, visiting: Visiting): TemplateResult {
  const { text, view, now, isPast } = visiting;
  const { zone } = timesOf(visit, visiting);
  const days = dayOf(visit.starts!, { lang: 'en', zone }) - dayOf(new Date(now).toISOString(), { lang: 'en', zone });
  const isOn = isPast(visit.starts!) && !isPast(visit.ends ?? visit.starts!);
  const soon = isOn ? text.now : days === 0 ? text.today : days === 1 ? text.tomorrow : '';
  const isOwn = view.subjects.some(({ id, relationship }) => id === view.subject && relationship === 'self');
  return html`<p class="small soft">
    ${isOwn ? text.next.yours : text.next.of}${soon ? html` <span aria-hidden="true">·</span> <b>${soon}</b>` : nothing}
  </p>`;
}

/** Whose clock these times are by, when the reader's shows others; and that clocks are changed that day. */
function zoneLine(visit: Appointment, visiting: Visiting): unknown {
  const times = timesOf(visit, visiting);
  const starts = visit.starts!;
  const own = ownTimeWords(starts, times);
  const said = [own && zoneWords(starts, times), own, clockWords(dayIn(times.zone, Date.parse(starts)), times)];
  if (!said.some(Boolean)) return nothing;
  return html`<p class="state">${icon(clockIcon)} <span>${said.filter(Boolean).join(' ')}</span></p>`;
}

function acts(visit: Appointment, visiting: Visiting): unknown {
  const { text, view, phone, isPast, more, act } = visiting;
  const { starts, canMove, canCancel, status } = visit;
  if (view.me.kind === 'staff' || status !== 'booked' || isPast(visit.ends ?? starts!)) return nothing;
  const [mayMove, mayCancel] = [canMove && view.can.book, canCancel && view.can.cancel];
  const button = (what: VisitAct, words: unknown, quiet = true): TemplateResult => html`<button
    class=${quiet ? 'button quiet' : 'button'}
    type="button"
    aria-expanded=${what === 'calendar' ? nothing : more?.opened(visit) === what}
    @click=${() => act(what, visit, visiting)}
  >
    ${words}
  </button>`;
  const time = timeWords(starts!, timesOf(visit, visiting));
  return html`<div class="row">
      ${mayMove ? button('move', text.move, false) : nothing}
      ${button('calendar', html`${icon(calendarIcon)} ${text.calendar}`)}
      ${mayCancel ? button('cancel', text.cancel) : nothing}
    </div>
    ${mayMove
      ? html`<p class="small soft acting">${text.keeps(time.replace(/\u00a0[ap]m$/, ''))}</p>`
      : mayCancel
        ? nothing
        : html`<p class="small">${view.can.cancel ? text.byPhone : text.byPhoneOnly} ${phone ? phoneNumber(phone) : nothing}</p>`}`;
}
