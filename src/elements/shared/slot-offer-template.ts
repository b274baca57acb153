import { html, nothing, type TemplateResult } from 'lit';
import type { AdapterError } from '../../adapter/errors.js';
import type { QueryState } from '../../controllers/query-controller.js';
import type { AppointmentsOfferWords } from '../../i18n/en/appointments-offer.js';
import type { CommonWords } from '../../i18n/en/common.js';
import { formatDue } from '../../i18n/format.js';
import type { SlotId } from '../../model/appointment-id.js';
import type { Appointment } from '../../model/appointment.js';
import type { SlotOffer } from '../../model/slot-offer.js';
import type { Slot } from '../../model/slot.js';
import { icon } from '../../primitives/icon.js';
import { alertIcon, checkIcon, clockIcon, infoIcon } from '../../primitives/icons.js';
import { phoneButton } from '../../primitives/phone-link.js';
import type { WriteState } from './careful-write.js';
import { choiceGroup } from './fields/choice-templates.js';
import { ownTimeWords, type SlotTimes, slotWords, zoneOf, zoneWords } from './slot-words.js';
import { visitWords } from './visit-words.js';

/** What an offer has come to. */
export interface OfferView {
  readonly offer: SlotOffer;
  /** What was booked of it, where the reader may see that. */
  readonly taken: Appointment | undefined;
  /** What is given up when one of them is taken, where the reader may see that. */
  readonly moved: Appointment | undefined;
}

/** What stands around an offer. */
export interface OfferSetting {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The zone of the practice, as it says it. */
  readonly zone: string | undefined;
  readonly phone: string | undefined;
  /** Who works at the practice sees what is offered, and takes nothing. */
  readonly isStaff: boolean;
  readonly isPast: (at: string) => boolean;
  /** The visit that is given up for one of these times. */
  readonly instead?: Appointment | undefined;
  /** Told when one is booked. */
  readonly onTaken?: ((visit: Appointment) => void) | undefined;
}

/** What an offer is drawn from. */
export interface OfferDrawing {
  readonly setting: OfferSetting;
  readonly name: string;
  readonly text: AppointmentsOfferWords;
  readonly common: CommonWords;
  readonly times: SlotTimes;
  readonly told: 'lost' | 'declined' | undefined;
  /** What would be taken now. */
  readonly chosen: Slot | undefined;
  readonly taking: WriteState;
  readonly declining: WriteState;
  readonly choose: (slot: SlotId) => void;
  readonly take: () => void;
  readonly again: () => void;
  readonly decline: () => void;
  /** Leads to another visit, where the page has what books one. */
  readonly book: (() => void) | undefined;
}

const line = (mark: string, words: unknown, heed = false): TemplateResult =>
  html`<p class=${heed ? 'state heed' : 'state'}>${icon(mark)} <span>${words}</span></p>`;

/** What it has come to, where the focus goes once what was pressed is gone. */
const outcome = (mark: string, words: unknown, { name }: OfferDrawing): TemplateResult =>
  html`<div id="${name}-outcome" tabindex="-1">${line(mark, words)}</div>`;

/** While it is on its way, or when it did not come. */
export function waitingOffer(state: QueryState<OfferView>, { text, common, setting }: OfferDrawing, retry: () => void): TemplateResult {
  if (state.status === 'pending') return html`<p class="soft small">${text.waiting}</p>`;
  const isGone = state.status === 'error' && (state.error.code === 'not-found' || state.error.code === 'gone');
  return html`${line(isGone ? infoIcon : alertIcon, isGone ? text.ended : text.failed, !isGone)}
    <div class="row">
      ${isGone ? nothing : html`<button class="button" type="button" @click=${retry}>${common.tryAgain}</button>`}
      ${phoneButton(setting.phone, common.call)}
    </div>`;
}

/** Times that can be taken. */
export function openOffer({ offer, moved }: OfferView, drawing: OfferDrawing): TemplateResult {
  const { setting, name, text, common, times, chosen, taking, declining, told } = drawing;
  const { slots, until, moves } = offer;
  const { lang, zone } = times;
  if (setting.isStaff) return html`<ul class="stack close" aria-label=${text.staff}>
    ${slots.map((slot) => html`<li>${slotWords(slot.starts, times)}</li>`)}
  </ul>`;
  const isBusy = taking === 'busy' || taking === 'unsure' || declining === 'busy' || declining === 'unsure';
  const own = chosen && ownTimeWords(chosen.starts, times);
  const { instead } = setting;
  const notes = [
    own && zoneWords(chosen.starts, times),
    own,
    moves && givenUp(instead ?? moved, drawing),
    until && text.until(formatDue(until, setting.now, { lang, zone })),
    text.first,
  ];
  const title = instead && html`<p><b>${instead.starts ? text.earlier : text.opened}</b></p>`;
  return html`${title} ${told === 'lost' ? line(infoIcon, text.lost.left) : nothing}
    ${slots.length === 1 ? html`<p><b>${slotWords(slots[0]!.starts, times)}</b><br />${aboutOf(slots[0]!, times)}</p>` : choices(slots, drawing)}
    <p class="small soft" id="${name}-notes">${notes.filter(Boolean).join(' ')}</p>
    ${stateLine(drawing)}
    ${chosen && taking !== 'unsure' && taking !== 'undecided'
      ? html`<div class="row">
          <button
            class="button main"
            type="button"
            aria-disabled=${isBusy ? 'true' : nothing}
            aria-describedby="${name}-notes"
            @click=${isBusy ? undefined : drawing.take}
          >
            ${taking === 'busy' ? text.taking : text.take(slotWords(chosen.starts, times))}
          </button>
          <button class="button quiet" type="button" @click=${isBusy ? undefined : drawing.decline}>
            ${text.decline[slots.length === 1 ? 'one' : 'several']}
          </button>
        </div>`
      : nothing}
    ${taking === 'undecided'
      ? html`<div class="row">
          <button class="button" type="button" @click=${drawing.again}>${text.lookAgain}</button>
          ${phoneButton(setting.phone, common.call)}
        </div>`
      : nothing}`;
}

/** What somebody has who takes one of these, and has no longer then. */
function givenUp(visit: Appointment | undefined, { text, times }: OfferDrawing): string | undefined {
  if (!visit) return text.insteadOther;
  if (visit.status === 'requested') return text.insteadAsked;
  if (visit.status !== 'booked' || !visit.starts) return undefined;
  return text.instead(slotWords(visit.starts, { ...times, zone: visit.zone === undefined ? times.zone : zoneOf(visit.zone) }));
}

function choices(slots: readonly Slot[], { name, text, times, chosen, choose }: OfferDrawing): TemplateResult {
  return choiceGroup({
    id: name,
    legend: text.choose,
    options: slots.map((slot) => ({ value: slot.id, label: slotWords(slot.starts, times), explanation: aboutOf(slot, times) })),
    chosen: chosen ? [chosen.id] : [],
    choose: ([slot]) => slot && choose(slot as SlotId),
  });
}

const aboutOf = ({ kind, practitioner }: Slot, { words }: SlotTimes): string => visitWords({ kind, practitioner }, words);

/** How taking or declining is coming along, or why it was refused. */
export function stateWords({ text, taking, declining }: Pick<OfferDrawing, 'text' | 'taking' | 'declining'>): string | undefined {
  if (taking === 'unsure' || taking === 'undecided' || taking === 'stopped') return text[taking];
  const refused = refusedOf({ taking, declining });
  if (refused) return text.refused[refused.code] ?? text.refused['other'];
  return declining === 'unsure' || declining === 'undecided' ? text.declining[declining] : undefined;
}

const refusedOf = ({ taking, declining }: Pick<OfferDrawing, 'taking' | 'declining'>): AdapterError | undefined =>
  [taking, declining].find((state) => typeof state === 'object');

function stateLine(drawing: OfferDrawing): unknown {
  const { taking, setting, common } = drawing;
  const said = stateWords(drawing);
  if (!said) return nothing;
  const refused = refusedOf(drawing);
  if (!refused) return line(taking === 'stopped' ? infoIcon : clockIcon, said);
  return html`${line(alertIcon, said, true)}
    ${/^(conflict|forbidden|unsupported)$/.test(refused.code) ? html`<div class="row">${phoneButton(setting.phone, common.call)}</div>` : nothing}`;
}

/** One of them is booked. */
export function takenOffer(visit: Appointment | undefined, drawing: OfferDrawing): TemplateResult {
  const { text, times } = drawing;
  if (!visit?.starts) return outcome(checkIcon, text.takenSomehow, drawing);
  const zone = visit.zone === undefined ? times.zone : zoneOf(visit.zone);
  const said = text.taken(slotWords(visit.starts, { ...times, zone }));
  const about = visitWords({ kind: visit.kind, practitioner: visit.practitioner }, times.words);
  return outcome(checkIcon, html`<b>${said}</b><br />${about}`, drawing);
}

/** None can be taken any more. */
export function endedOffer(drawing: OfferDrawing): TemplateResult {
  const { setting, text, common, told, book } = drawing;
  const { isStaff, instead, phone } = setting;
  // Only who is on the waitlist is shown the next one.
  const gone = instead?.status === 'waiting' ? text.endedOpened : instead?.waits ? text.endedEarlier : text.ended;
  const said = told === 'declined' ? text.declined : told === 'lost' ? text.lost.none : gone;
  // Who has a visit needs no other way on; who works at the practice knows one.
  if (isStaff || instead) return outcome(infoIcon, said, drawing);
  return html`${outcome(infoIcon, html`${said} ${book ? nothing : text.orCall}`, drawing)}
    <div class="row">
      ${book ? html`<button class="button" type="button" @click=${book}>${text.book}</button>` : nothing}
      ${phoneButton(phone, common.call)}
    </div>`;
}
