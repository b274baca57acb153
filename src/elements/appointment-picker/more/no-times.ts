import { html, nothing, type TemplateResult } from 'lit';
import type { PickerMoreWords } from '../../../i18n/en/appointment-picker-more.js';
import type { CommonWords } from '../../../i18n/en/common.js';
import { formatDay, formatTime } from '../../../i18n/format.js';
import type { CalendarDay } from '../../../model/instant.js';
import type { Service } from '../../../model/service.js';
import { icon } from '../../../primitives/icon.js';
import { clockIcon, retryIcon } from '../../../primitives/icons.js';
import { note } from '../../../primitives/note.js';
import { phoneNumber } from '../../../primitives/phone-link.js';
import { nameOf } from '../../shared/person-words.js';
import { dayWords, type SlotTimes } from '../../shared/slot-words.js';
import type { TimesView } from '../free-times.js';
import { monthWords } from '../month-words.js';

/** The two ways on that every failure has: asking for a time, where that is possible, and the phone. */
export interface Ways {
  readonly words: PickerMoreWords;
  readonly common: CommonWords;
  readonly times: SlotTimes;
  readonly phone: string | undefined;
  /** Opens the form that asks for a time. Undefined: one cannot ask. */
  readonly ask: (() => void) | undefined;
  /** Waits for a time that becomes free. Undefined: one cannot wait. */
  readonly wait: (() => void) | undefined;
}

/** Under a note: to ask, or to call. */
export function waysLine({ words, ask, phone }: Ways, isAsking = true): TemplateResult | typeof nothing {
  const asking = isAsking && ask;
  if (!asking && !phone) return nothing;
  return html`<div class="row small">
    ${asking ? html`<button class="button quiet" type="button" @click=${ask}>${words.askForTime}</button>` : nothing}
    ${phone ? html`<p>${words.orCall} ${phoneNumber(phone)}.</p>` : nothing}
  </div>`;
}

/** Beside times, none of which may suit. */
export function otherWay({ words, ask, wait }: Ways): TemplateResult | typeof nothing {
  const go = ask ?? wait;
  if (!go) return nothing;
  return html`<div class="row">
    <button class="button quiet" type="button" @click=${go}>${ask ? words.noneWork : words.waitInstead}</button>
  </div>`;
}

/** The times could not be loaded: there may be some. */
export function notLoaded(ways: Ways, retry: () => void): TemplateResult {
  const again = html`<button class="button" type="button" @click=${retry}>${icon(retryIcon)} ${ways.common.tryAgain}</button>`;
  return html`<div class="stack close unloaded">
    ${note({ tone: 'attention', ...ways.words.couldNotLoad, actions: again })} ${waysLine(ways)}
  </div>`;
}

/** There are none in this month: when there are some again. */
export function noneIn(view: TimesView, ways: Ways, showDay: (day: CalendarDay) => void): TemplateResult {
  const { words, times, wait } = ways;
  const { month, first, opensAt } = view;
  const opens = opensAt && words.opens(`${formatDay(opensAt, times, times.now)}, ${formatTime(opensAt, times)}`);
  const next = first && words.nextFree(dayWords(first, times));
  const actions = html`${first
    ? html`<button class="button" type="button" @click=${() => showDay(first)}>${words.showDay(dayWords(first, times))}</button>`
    : nothing}
  ${wait ? html`<button class="button" type="button" @click=${wait}>${words.tellMe}</button>` : nothing}`;
  const title = first || opensAt ? words.noneIn(monthWords(times.lang).month(month)) : words.noneAtAll;
  return html`<div class="stack close none">
    ${note({ title, text: [next, opens].filter(Boolean).join(' '), actions: first || wait ? actions : undefined })} ${waysLine(ways)}
  </div>`;
}

/** Whether the first free time is later than a clinician wants the visit to be. */
export const isTooLate = ({ wanted }: Service, { soonest }: TimesView): boolean =>
  wanted !== undefined && soonest !== undefined && soonest > wanted.by;

/** The first free time is later than asked. */
export function laterThanAsked({ wanted }: Service, { soonest }: TimesView, ways: Ways): TemplateResult {
  const { words, times, ask, wait } = ways;
  const title = wanted!.asker ? words.tooLate(nameOf(wanted!.asker, '')) : words.tooLateUnnamed;
  const sooner = ask ?? wait;
  return html`<div class="stack close late">
    ${note({
      mark: clockIcon,
      title,
      text: words.askedFor(dayWords(wanted!.by, times), dayWords(soonest!, times)),
      actions: sooner ? html`<button class="button" type="button" @click=${sooner}>${words.sooner}</button>` : undefined,
    })}
    ${waysLine(ways, false)}
  </div>`;
}
