import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../../a11y/announcer.js';
import { wantedVisitOf } from '../../../client/wanted-visit.js';
import { AppointmentChangedEvent } from '../../../controllers/appointment-events.js';
import { LocalizeController } from '../../../controllers/localize-controller.js';
import { QueryController } from '../../../controllers/query-controller.js';
import { SignInEvent } from '../../../controllers/sign-in-event.js';
import { appointmentPickerMore } from '../../../i18n/en/appointment-picker-more.js';
import type { Appointment } from '../../../model/appointment.js';
import type { CalendarDay } from '../../../model/instant.js';
import type { Slot } from '../../../model/slot.js';
import { dayIn } from '../../../model/zoned-time.js';
import type { PickerSaid } from '../picker-said.js';
import type { PickerHost, PickerState } from '../picker-state.js';
import { type Act, type ActState, Acting, type Done } from './acting.js';
import { Asking } from './asking.js';
import { bookingAct, findBooked } from './booking-act.js';
import { choices } from './choices.js';
import { chosenView } from './chosen-view.js';
import { type ComingVisits, comingVisits } from './clashes.js';
import { dayTeller } from './day-foot.js';
import { doneView } from './done-view.js';
import { Holding } from './holding.js';
import { headLines } from './head-lines.js';
import { cannotAsk, instead } from './instead.js';
import { dayAfterKey } from './month-keys.js';
import { moreStyles } from './more-styles.js';
import { type Lost, findNear, lostNote } from './nearest.js';
import { isTooLate, laterThanAsked, noneIn, notLoaded, type Ways, waysLine } from './no-times.js';
import { outcomeNote, outcomeWords } from './outcome-note.js';
import { TOPIC_BUDGET, topicField, topicOver } from './topic-field.js';

/** What the picker lends to what is fetched beside the free times. */
export interface MoreTools {
  readonly host: PickerHost & { readonly appointmentsUrl?: string | undefined };
  readonly state: PickerState;
  said(): PickerSaid;
  /** Takes the focus to what a selector finds, after the next update. */
  focusOn(selector: string): void;
}

/** Everything from a chosen time on, and the ways on where there is none. */
export class PickerMore {
  readonly #tools: MoreTools;
  readonly #text: LocalizeController<typeof appointmentPickerMore>;
  readonly #coming: QueryController<ComingVisits, readonly string[]>;
  readonly #holding: Holding;
  readonly #acting: Acting;
  readonly #asking: Asking;
  #lost: Lost | undefined;
  #done: { readonly by: string | undefined; readonly appointment: Appointment; readonly moved: Appointment | undefined } | undefined;
  #told: ActState | undefined;
  readonly #dayTeller = dayTeller();

  constructor(tools: MoreTools) {
    this.#tools = tools;
    const { host, state } = tools;
    const root = host.shadowRoot!;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, moreStyles.styleSheet!];
    this.#text = new LocalizeController(host, 'appointment-picker-more', appointmentPickerMore);
    this.#coming = new QueryController(host, {
      args: () => (state.slot && state.setting ? [state.setting.me.id] : undefined),
      run: (client, _, signal) => comingVisits(client, state.setting!.subjects, signal),
      concerns: ({ kind }) => kind === 'appointment',
    });
    const words = () => this.#text.words;
    this.#acting = new Acting(host);
    this.#holding = new Holding(host, {
      words,
      isOpen: () => this.#acting.isOpen,
      look: (client, slot) => findBooked(client, { ...state.choice!, moves: host.moves }, slot, new AbortController().signal),
      onOwn: (visit) => this.#show(visit),
      onLost: (slot, why) => this.#lose(slot, why),
    });
    this.#asking = new Asking({
      ...{ host, state, acting: this.#acting, words, focusOn: tools.focusOn },
      times: () => tools.said().times,
      isHeld: () => this.#isHeld(),
      onDone: (done) => this.#finish(done),
    });
    host.addController({
      hostUpdate: () => this.#follow(),
      hostDisconnected: () => {
        // Frameworks move elements: what comes back at once keeps its time.
        queueMicrotask(() => !host.isConnected && !this.#acting.isBusy && this.#holding.leave());
      },
    });
  }

  /** What was done, in the place of all else. */
  get done(): TemplateResult | undefined {
    const done = this.#done;
    if (!done || done.by !== this.#tools.state.client?.reader) return undefined;
    const { host, state, said } = this.#tools;
    const another = (): void => {
      this.#done = undefined;
      state.startAgain();
      this.#tools.focusOn('h2');
    };
    const { appointment, moved } = done;
    return doneView({ done: appointment, moved, words: this.#text.words, times: said().times, url: host.appointmentsUrl, another });
  }

  /** The form that asks for a time: where nothing can be booked, or where the reader wants to. */
  get request(): TemplateResult | undefined {
    const { state } = this.#tools;
    if (state.isDirect && !this.#asking.isOpen) return undefined;
    const { words } = this.#text;
    if (!this.#asking.isOffered) {
      return state.isDirect ? undefined : html`${cannotAsk(this.#ways)} ${this.outcome()}`;
    }
    const back = state.isDirect
      ? html`<button class="button quiet" type="button" @click=${this.#asking.close}>${words.seeTimes}</button>`
      : waysLine(this.#ways, false);
    return html`${this.#asking.form({ topic: this.#topic(), outcome: this.outcome(), ways: back })}`;
  }

  /** Under the heading: what is booked, with whom, and what is moved for it. */
  head(): unknown {
    return headLines(this.#tools.state, this.#text.words, this.#tools.said());
  }

  /** What is asked before times are shown. */
  choices(): readonly unknown[] {
    const { common, times } = this.#tools.said();
    return choices(this.#tools.state, this.#text.words, common, times.words);
  }

  /** In the place of times, where there is nothing to pick from. Nothing where there is. */
  instead(): TemplateResult | undefined {
    return instead(this.#tools.state, this.#text.words, this.#tools.said().common);
  }

  /** Moves the focus in the month by a key, as in the ARIA date-grid pattern. Answers the day that gets it. */
  dayAfterKey(event: KeyboardEvent, from: CalendarDay): CalendarDay | undefined {
    const { host, state, said } = this.#tools;
    return dayAfterKey(event, from, { host, state, lang: said().times.lang });
  }

  /** Says how many times a day has, when it was turned to. */
  tellDay(): void {
    this.#dayTeller(this.#tools.state, this.#text.words, this.#tools.said().times);
  }

  /** Over the month: a time that is gone, and that what is free is later than asked. */
  over(): unknown {
    const { state, said } = this.#tools;
    const { timesView, service } = state;
    const { times } = said();
    const lost = this.#lost
      ? lostNote({ lost: this.#lost, words: this.#text.words, times, choose: (slot) => this.#take(slot) })
      : nothing;
    return [lost, timesView && isTooLate(service!, timesView) ? laterThanAsked(service!, timesView, this.#ways) : nothing];
  }

  /** In the place of the month: that it could not be loaded. */
  get notLoaded(): TemplateResult {
    return notLoaded(this.#ways, this.#tools.state.readAgain);
  }

  /** In the place of a day's times: that the month has none. */
  noneIn(): TemplateResult {
    const { state, focusOn } = this.#tools;
    const show = (day: CalendarDay): void => {
      state.showDay(day);
      focusOn(`[data-day="${day}"]`);
    };
    return html`${noneIn(state.timesView!, this.#ways, show)} ${this.outcome()}`;
  }

  /** Under the times: what is still to be said, and the button that books. */
  chosen(): TemplateResult {
    const { host, state, said } = this.#tools;
    return chosenView({
      ...{ host, state, said: said(), words: this.#text.words, acting: this.#acting, holding: this.#holding },
      ...{ coming: this.#coming.state, ways: this.#ways, outcome: this.outcome(), book: () => void this.#book() },
      // Whoever writes when a time goes writes on.
      topic: state.slot || this.#lost?.isWriting ? this.#topic() : nothing,
    });
  }

  #topic(): TemplateResult {
    const { host, state } = this.#tools;
    const spellcheck = host.getAttribute('spellcheck') === 'true' ? 'true' : 'false';
    return topicField(state, this.#text.words, { spellcheck, changed: () => host.requestUpdate() });
  }

  /** What has become of booking, or asking, where that is not done. */
  outcome(): unknown {
    const { host, state, said } = this.#tools;
    return outcomeNote(this.#acting.state, {
      ...{ words: this.#text.words, common: said().common, phone: state.view.phone, isRequest: this.#isRequest },
      signIn: () => host.dispatchEvent(new SignInEvent()),
      again: () => void this.#again(),
    });
  }

  get #isRequest(): boolean {
    return this.#acting.act?.name === 'request';
  }

  get #ways(): Ways {
    const { state, said } = this.#tools;
    const { common, times } = said();
    const { isOffered, isWaitOffered, open, wait } = this.#asking;
    return {
      ...{ words: this.#text.words, common, times, phone: state.view.phone },
      ask: isOffered ? open : undefined,
      wait: isWaitOffered ? wait : undefined,
    };
  }

  /** Before each update: keeps what is chosen, and says what has become of it. */
  #follow(): void {
    const { state } = this.#tools;
    const { client, slot, setting } = state;
    // While nobody knows for whom, such as when it is moved in its page, what is kept stays.
    if (!this.#acting.isBusy && (setting || !slot)) {
      this.#holding.follow(client, setting?.can.hold ? slot : undefined, setting?.subject);
    }
    if (slot) this.#lost = undefined;
    const now = this.#acting.state;
    if (now === this.#told) return;
    this.#told = now;
    const said = outcomeWords(now, this.#isRequest, this.#text.words);
    if (said) announce(said.title);
  }

  /** Whether the topic is too long to go out; says so then. */
  #isHeld(): boolean {
    const over = topicOver(this.#tools.state.topic);
    if (over <= 0) return false;
    announce(this.#text.words.tooLong(over, TOPIC_BUDGET));
    this.#tools.focusOn('#talk');
    return true;
  }

  readonly #book = async (): Promise<void> => {
    const { host, state } = this.#tools;
    const { client, slot, choice } = state;
    if (!client || !slot || !choice || this.#acting.isBusy || this.#isHeld()) return;
    const name = host.moves ? 'move' : 'book';
    const topic = state.topic.trim() ? state.topic : undefined;
    const booking = { subject: choice.subject, service: choice.service, slot: slot.id, topic, moves: host.moves };
    const act = bookingAct(client, booking, slot, name);
    this.#came(act, await this.#acting.run(client, act));
  };

  async #again(): Promise<void> {
    this.#came(this.#acting.act, await this.#acting.again());
  }

  /** What has become of an act. */
  #came(act: Act | undefined, done: Done | undefined): void {
    if (done) return this.#finish(done);
    const { state: now } = this.#acting;
    if (!act?.slot || act.slot.id !== this.#tools.state.slot?.id || now.status !== 'failed' || now.field !== 'slot') return;
    this.#acting.forget();
    this.#lose(act.slot, 'taken');
  }

  #finish({ name, appointment }: Done): void {
    this.#show(appointment);
    this.#tools.host.dispatchEvent(new AppointmentChangedEvent(name, appointment.id, appointment.subject.id));
  }

  /** Shows what is booked, or asked for. */
  #show(appointment: Appointment): void {
    const { host, state, focusOn } = this.#tools;
    const hadFocus = host.shadowRoot!.activeElement !== null;
    this.#holding.forget();
    this.#done = { by: state.client?.reader, appointment, moved: state.setting?.moved };
    this.#asking.forget();
    this.#lost = undefined;
    if (state.client) wantedVisitOf(state.client).clear();
    state.startAgain();
    if (hadFocus) focusOn('.done h3');
    else announce(appointment.status === 'booked' ? this.#text.words.booked : this.#text.words.requested);
  }

  /** A chosen time is gone: looks for the nearest others, and keeps what was written. */
  #lose(slot: Slot, why: Lost['why']): void {
    const { host, state, focusOn, said } = this.#tools;
    const focused = host.shadowRoot!.activeElement;
    const lost: Lost = (this.#lost = { slot, why, isWriting: focused?.id === 'talk' });
    this.#holding.forget();
    state.choose(undefined);
    // Whoever is writing goes on; whoever stood on what is gone is led to why.
    if (focused && !lost.isWriting) focusOn('.lost h3');
    else announce(this.#text.words.lost[why].title);
    state.readAgain();
    void findNear(lost, state, said().times.zone).then(() => host.requestUpdate());
  }

  #take(slot: Slot): void {
    const { state, focusOn, said } = this.#tools;
    state.showDay(dayIn(said().times.zone, Date.parse(slot.starts)), slot);
    focusOn('#talk');
  }
}
