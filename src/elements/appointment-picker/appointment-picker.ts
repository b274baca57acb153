import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { announce } from '../../a11y/announcer.js';
import { ClockController } from '../../controllers/clock-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { appointmentPicker } from '../../i18n/en/appointment-picker.js';
import { common } from '../../i18n/en/common.js';
import { visitTimes } from '../../i18n/en/visit-times.js';
import type { AppointmentId, ServiceId } from '../../model/appointment-id.js';
import type { PersonId } from '../../model/id.js';
import type { CalendarDay } from '../../model/instant.js';
import { note, waiting } from '../../primitives/note.js';
import { phoneButton } from '../../primitives/phone-link.js';
import { baseStyles } from '../../theme/base-styles.js';
import { choiceStyles } from '../../theme/choice-styles.js';
import { controlStyles } from '../../theme/control-styles.js';
import { noteStyles } from '../../theme/note-styles.js';
import { FocusKeeper } from '../shared/focus-keeper.js';
import { Later } from '../shared/later.js';
import { problemNote, problemWords } from '../shared/problem-note.js';
import { monthOf } from './month-grid.js';
import { monthView } from './month-view.js';
import { monthWords } from './month-words.js';
import type { PickerMore } from './more/picker-more.js';
import type { PickerSaid } from './picker-said.js';
import { PickerState } from './picker-state.js';
import { pickerStyles } from './picker-styles.js';
import { slotList } from './slot-list.js';

/**
 * Picks a time for a visit and books it: a month, and the free times of a day. The time that is chosen is kept while its
 * reader fills in, where the backend can keep it. Where nothing can be booked, one asks for a time; where nothing is free
 * or could be loaded, it says which of these it is, and how to go on.
 *
 * Words that were written elsewhere on the page, such as a message that grew too long, become what the visit is about.
 * They are never in an attribute or an event. Spelling is not checked, because some browsers send the text away for it:
 * `spellcheck="true"` allows it.
 *
 * @tag care-appointment-picker
 * @fires {AppointmentActEvent} care-appointment-act - A visit is about to be booked, asked for or moved. Cancelable, and can be made to wait.
 * @fires {AppointmentChangedEvent} care-appointment-changed - It was: which appointment it became.
 * @fires {SignInEvent} care-sign-in - The reader wants to sign in, to see times or to book. Cancelable.
 * @csspart heading - What the picker is called.
 * @csspart choice - An answer to choose, such as how to meet.
 * @csspart month - The table of days.
 * @csspart day - A day of the month.
 * @csspart slot - A free time to choose.
 * @csspart hold - How long the chosen time is kept.
 * @csspart budget - How much room is left in what to talk about.
 * @csspart send - The button that books, or asks for times.
 * @csspart notice - What else is said: what is in the way, what went wrong, what was done.
 */
export class CareAppointmentPicker extends LitElement {
  static readonly tagName = 'care-appointment-picker';
  static override styles = [baseStyles, controlStyles, choiceStyles, noteStyles, pickerStyles];

  /** What the visit is for, by the id the backend has for it. None: the reader is asked. */
  @property() service?: ServiceId | undefined;

  /** With whom, by their id, where the visit can be with several. None: the reader is asked. */
  @property({ attribute: 'practitioner-id' }) practitionerId?: PersonId | undefined;

  /** For whom, by their id. None: of whom the reader acts for, or themselves. */
  @property({ attribute: 'subject-id' }) subjectId?: PersonId | undefined;

  /** The appointment that is to be moved. It stays until the new time is booked. */
  @property() moves?: AppointmentId | undefined;

  /** Where the reader's visits are listed, to be led there after booking. */
  @property({ attribute: 'appointments-url' }) appointmentsUrl?: string | undefined;

  readonly #text = new LocalizeController(this, 'appointment-picker', appointmentPicker);
  readonly #common = new LocalizeController(this, 'common', common);
  readonly #times = new LocalizeController(this, 'visit-times', visitTimes);
  readonly #clock = new ClockController(this);
  readonly #state = new PickerState(this, this.#common, (hasWords) => this.#takeOver(hasWords));
  readonly #more: Later<PickerMore> = new Later(this, async () => {
    const { PickerMore } = await import('./more/picker-more.js');
    const focusOn = (selector: string): void => this.#focusOn(selector);
    return new PickerMore({ host: this, state: this.#state, said: () => this.#said, focusOn });
  });

  /** The day of the month that has the focus, or gets it by the Tab key. */
  #cursor: CalendarDay | undefined;
  #focusNext: string | undefined;

  constructor() {
    super();
    new FocusKeeper(this, '.lost h3, .day legend, h2');
  }

  /** What the reader wants to talk about. A property alone: the words stand in no attribute. */
  get topic(): string {
    return this.#state.topic;
  }

  set topic(words: string) {
    this.#state.topic = words;
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Beside the free times, so that nobody waits for it after them.
    void this.#more.ask();
  }

  /** Reads again what can be booked. */
  refresh(): Promise<void> {
    return this.#state.refresh();
  }

  protected override willUpdate(): void {
    this.#state.follow();
  }

  override render(): TemplateResult {
    // What is wanted next takes the place of what was done.
    const done = this.#state.wish ? undefined : this.#more.known?.done;
    return html`<div class="care">
      <div class="stack">${done ?? html`${this.#head()} ${this.#content()}`}</div>
    </div>`;
  }

  protected override updated(): void {
    if (this.#focusNext) {
      const found = this.renderRoot.querySelector<HTMLElement>(this.#focusNext);
      found?.focus();
      if (found) this.#focusNext = undefined;
    }
    this.#more.known?.tellDay();
    const { error } = this.#state.view;
    this.#state.view.tell(error && problemWords(error, this.#common.words, this.#text.words.problems).title);
  }

  get #said(): PickerSaid {
    const times = { lang: this.#times.lang, words: this.#times.words, zone: this.#state.zone, now: this.#clock.now() };
    return { text: this.#text.words, common: this.#common.words, times };
  }

  #head(): TemplateResult {
    const { text } = this.#said;
    const { service } = this.#state;
    // A line is kept for what is said there once the rest has come.
    return html`<div class="stack close">
      <h2 part="heading" tabindex="-1">${this.moves ? text.moving : text.heading}</h2>
      ${this.#more.known?.head() ?? (service ? html`<p>\u00a0</p>` : nothing)}
    </div>`;
  }

  #content(): unknown {
    const { view, setting, service } = this.#state;
    const { text, common: words } = this.#said;
    const { error, phone } = view;
    const problem = error
      ? problemNote(error, { host: this, words, own: text.problems, phone, retry: () => void this.refresh() })
      : nothing;
    if (view.state.status === 'pending') return waiting(text.waiting);
    if (!setting) return problem;
    const more = this.#more.known;
    // What is asked stands over the times: they would move when it came later.
    if (!more && (!service || this.#state.hasChoices)) return this.#notYet();
    const asked = setting.me.kind === 'staff' ? nothing : more?.choices();
    return [problem, asked, more?.instead() ?? (service ? this.#pick() : nothing)];
  }

  #pick(): unknown {
    const { isDirect, times } = this.#state;
    const more = this.#more.known;
    if (!isDirect) return more ? more.request : this.#notYet();
    if (more?.request) return more.request;
    if (times.status === 'error') return more ? more.notLoaded : this.#notYet();
    return [more?.over(), html`<div class="picker">${this.#month()} <div class="stack times">${this.#day()}</div></div>`];
  }

  #month(): TemplateResult {
    const { shownMonth: month, days, day, today, timesView } = this.#state;
    const first = days?.[0];
    const isHere = (which: CalendarDay | undefined) => which !== undefined && monthOf(which) === month;
    const cursor = [this.#cursor, day, first, today].find(isHere) ?? `${month}-01`;
    return html`<div class="stack near calendar">
      ${monthView({
        ...{ ...this.#said, month, days, today, cursor, chosen: day, last: timesView?.last },
        onMonth: (to) => {
          this.#cursor = undefined;
          this.#state.showMonth(to);
        },
        onDay: (to) => this.#showDay(to),
        onKey: (event, from) => this.#onKey(event, from),
      })}
    </div>`;
  }

  #day(): unknown {
    const { timesView: view, slot, times: read, isAnyWho, isAnywhere } = this.#state;
    const { text } = this.#said;
    const more = this.#more.known;
    if (!view) return waiting(text.waitingTimes);
    if (view.days.length === 0 && !slot) return more ? more.noneIn() : this.#notYet();
    if (view.slots.length === 0 && !slot) {
      return html`<p>${view.day && view.days.includes(view.day) ? text.gone : text.chooseDay}</p>${more?.outcome()}`;
    }
    const problem = read.status === 'ready' && read.problem ? more?.notLoaded : nothing;
    return [
      view.slots.length > 0
        ? slotList({ ...this.#said, view, chosen: slot, isAnyWho, isAnywhere, choose: (it) => this.#state.choose(it) })
        : nothing,
      problem,
      more ? more.chosen() : slot || this.#more.hasFailed ? this.#notYet() : nothing,
    ];
  }

  /** What is needed is still on its way, or could not be had. */
  #notYet(): TemplateResult {
    const { text, common: words } = this.#said;
    if (!this.#more.hasFailed) return waiting(text.waiting);
    const actions = html`<button class="button" type="button" @click=${this.#more.ask}>${words.tryAgain}</button>
      ${phoneButton(this.#state.view.phone, words.call)}`;
    return note({ tone: 'attention', text: text.notLoaded, actions });
  }

  /** A visit is wanted from elsewhere on the page: leads here, and says whether words have come along. */
  #takeOver(hasWords: boolean): void {
    this.#focusOn('h2');
    if (hasWords) announce(this.#text.words.brought);
  }

  #showDay(day: CalendarDay): void {
    this.#cursor = day;
    if (this.#state.days?.includes(day)) this.#state.showDay(day);
    else announce(this.#text.words.none(monthWords(this.#text.lang).day(day)));
    this.requestUpdate();
  }

  #onKey(event: KeyboardEvent, from: CalendarDay): void {
    const to = this.#more.known?.dayAfterKey(event, from);
    if (!to) return;
    this.#cursor = to;
    this.#focusOn(`[data-day="${to}"]`);
    if (monthOf(to) !== this.#state.shownMonth) this.#state.showMonth(monthOf(to));
  }

  #focusOn(selector: string): void {
    this.#focusNext = selector;
    this.requestUpdate();
  }
}
