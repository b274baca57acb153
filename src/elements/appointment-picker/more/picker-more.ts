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
import { isolated } from '../../shared/person-words.js';
import { dayWords, timeWords } from '../../shared/slot-words.js';
import { monthWords } from '../month-words.js';
import type { PickerSaid } from '../picker-said.js';
import type { PickerHost, PickerState } from '../picker-state.js';
import { type ActState, Acting } from './acting.js';
import { Asking } from './asking.js';
import { bookingAct } from './booking-act.js';
import { choices } from './choices.js';
import { clashNote, comingVisits } from './clashes.js';
import { readOn, zoneLine } from './day-foot.js';
import { doneView } from './done-view.js';
import { holdView } from './hold-view.js';
import { Holding } from './holding.js';
import { headLines } from './head-lines.js';
import { cannotAsk, instead } from './instead.js';
import { dayAfterKey } from './month-keys.js';
import { moreStyles } from './more-styles.js';
import { type Lost, findNear, lostNote } from './nearest.js';
import { isTooLate, laterThanAsked, noneIn, notLoaded, otherWay, type Ways, waysLine } from './no-times.js';
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
  readonly #coming: QueryController<readonly Appointment[], readonly string[]>;
  readonly #holding: Holding;
  readonly #acting: Acting;
  readonly #asking: Asking;
  #lost: Lost | undefined;
  #done: { readonly by: string | undefined; readonly appointment: Appointment; readonly moved: Appointment | undefined } | undefined;
  #told: ActState | undefined;
  #toldDay: string | undefined;

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
    this.#holding = new Holding(host, { words, onLost: (slot, why) => this.#lose(slot, why) });
    this.#acting = new Acting(host);
    this.#asking = new Asking({
      ...{ host, state, acting: this.#acting, words, focusOn: tools.focusOn },
      times: () => tools.said().times,
      isHeld: () => this.#isHeld(),
      onDone: (appointment) => this.#finish('request', appointment),
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
      return state.isDirect ? undefined : html`${cannotAsk(this.#ways)} ${this.#outcome(true)}`;
    }
    const back = state.isDirect
      ? html`<button class="button quiet" type="button" @click=${this.#asking.close}>${words.seeTimes}</button>`
      : waysLine(this.#ways, false);
    return html`${this.#asking.form({ topic: this.#topic(), outcome: this.#outcome(true), ways: back })}`;
  }

  /** Under the heading: what is booked, with whom, and what is moved for it. */
  head(): unknown {
    return headLines(this.#tools.state, this.#text.words, this.#tools.said().times);
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
    const { timesView: view, choice } = this.#tools.state;
    const key = view?.day && view.slots.length > 0 ? JSON.stringify([view.day, choice]) : undefined;
    if (!key || key === this.#toldDay) return;
    // The first is there with the picker.
    if (this.#toldDay) announce(this.#text.words.times(dayWords(view!.day!, this.#tools.said().times), view!.slots.length));
    this.#toldDay = key;
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
    return noneIn(state.timesView!, this.#ways, (day) => {
      state.showDay(day);
      focusOn(`[data-day="${day}"]`);
    });
  }

  /** Under the times: what is still to be said, and the button that books. */
  chosen(): TemplateResult {
    const { state, said, host } = this.#tools;
    const { slot, setting } = state;
    const { words } = this.#text;
    const { times } = said();
    if (!slot) return html`${zoneLine(state, times)} ${readOn(state, words)} ${this.#outcome(false)} ${otherWay(this.#ways)}`;
    const time = isolated(timeWords(slot.starts, times));
    const coming = this.#coming.state;
    const clash =
      coming.status === 'ready'
        ? clashNote({ slot, appointments: coming.value, subject: setting!.subject!, moves: host.moves, words, times })
        : nothing;
    const { isBusy } = this.#acting;
    const label = times.words.at(monthWords(times.lang).weekday(dayIn(times.zone, Date.parse(slot.starts))), time);
    return html`${zoneLine(state, times)} ${clash}
      <div class="stack near">
        ${setting!.can.hold && !isBusy ? holdView(this.#holding, time, words, setting!.can.extend) : nothing} ${this.#topic()}
        ${this.#outcome(false)}
        <div class="row">
          <button class="button main" part="send" type="button" aria-disabled=${isBusy ? 'true' : nothing} @click=${this.#book}>
            ${isBusy ? words.sending : (host.moves ? words.move : words.book)(label)}
          </button>
          ${isBusy ? nothing : otherWay(this.#ways)}
        </div>
      </div>`;
  }

  #topic(): TemplateResult {
    const { host, state } = this.#tools;
    const spellcheck = host.getAttribute('spellcheck') === 'true' ? 'true' : 'false';
    return topicField(state, this.#text.words, { spellcheck, changed: () => host.requestUpdate() });
  }

  #outcome(isRequest: boolean): unknown {
    const { host, state, said } = this.#tools;
    return outcomeNote(this.#acting.state, {
      ...{ words: this.#text.words, common: said().common, phone: state.view.phone, isRequest },
      signIn: () => host.dispatchEvent(new SignInEvent()),
      again: () => (isRequest ? this.#asking.wait() : void this.#book()),
    });
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
    const said = outcomeWords(now, !slot, this.#text.words);
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
    const done = await this.#acting.run(client, bookingAct(client, booking, slot, name));
    if (done) return this.#finish(name, done);
    const { state: now } = this.#acting;
    if (now.status === 'failed' && now.field === 'slot') {
      this.#acting.forget();
      this.#lose(slot, 'taken');
    }
  };

  #finish(act: 'book' | 'move' | 'request', appointment: Appointment): void {
    const { host, state, focusOn } = this.#tools;
    const hadFocus = host.shadowRoot!.activeElement !== null;
    this.#holding.forget();
    this.#done = { by: state.client?.reader, appointment, moved: state.setting?.moved };
    this.#asking.forget();
    this.#lost = undefined;
    if (state.client) wantedVisitOf(state.client).clear();
    state.startAgain();
    host.dispatchEvent(new AppointmentChangedEvent(act, appointment.id, appointment.subject.id));
    if (hadFocus) focusOn('.done h3');
    else announce(act === 'request' ? this.#text.words.requested : this.#text.words.booked);
  }

  /** A chosen time is gone: looks for the nearest others, and keeps what was written. */
  #lose(slot: Slot, why: Lost['why']): void {
    const { host, state, focusOn, said } = this.#tools;
    const lost: Lost = (this.#lost = { slot, why });
    this.#holding.forget();
    state.choose(undefined);
    const focused = host.shadowRoot!.activeElement;
    // Whoever is writing goes on; whoever stood on what is gone is led to why.
    if (focused) focusOn('.lost h3');
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
