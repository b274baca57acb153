import type { AdapterError } from '../../adapter/errors.js';
import type { VisitChoice } from '../../adapter/ports/appointments.js';
import type { Client } from '../../client/client.js';
import { type WantedVisit, wantedVisitOf } from '../../client/wanted-visit.js';
import { ClientController, type ElementHost } from '../../controllers/client-controller.js';
import type { LocalizeController } from '../../controllers/localize-controller.js';
import { QueryController, type QueryState } from '../../controllers/query-controller.js';
import type { CommonWords } from '../../i18n/en/common.js';
import type { AppointmentId, ServiceId } from '../../model/appointment-id.js';
import type { PersonId } from '../../model/id.js';
import type { CalendarDay } from '../../model/instant.js';
import type { Service } from '../../model/service.js';
import type { Slot } from '../../model/slot.js';
import { dayIn } from '../../model/zoned-time.js';
import { ReaderView } from '../shared/reader-view.js';
import { zoneOf } from '../shared/slot-words.js';
import { FreeTimes, type TimesView } from './free-times.js';
import type { Month } from './month-grid.js';
import { type Narrowed, type PickerSetting, readSetting } from './picker-setting.js';

/** What the page has said. */
export interface PickerHost extends ElementHost {
  readonly service?: ServiceId | undefined;
  readonly practitionerId?: PersonId | undefined;
  readonly subjectId?: PersonId | undefined;
  readonly moves?: AppointmentId | undefined;
}

/** What is picked, step by step, and what there is to pick from. */
export class PickerState {
  readonly #host: PickerHost;
  readonly #setting: QueryController<PickerSetting, readonly string[]>;
  readonly #times: QueryController<TimesView, readonly string[]>;
  readonly #clients: ClientController;
  readonly #free = new FreeTimes();
  /** What was asked and answered so far, and nothing the next reader should find. */
  readonly view: ReaderView<PickerSetting>;
  /** The time that is chosen. */
  slot: Slot | undefined;
  /** What the patient wants to talk about. */
  topic = '';
  /** The month that was turned to. None: where the first free time is. */
  month: Month | undefined;
  #narrowed: Narrowed = {};
  #day: CalendarDay | undefined;
  #of = '';
  /** The wish whose words are here already. */
  #taken: WantedVisit | undefined;
  #reader: PersonId | undefined;
  /** Whose visit the topic is about, and what was written of others. */
  #subject: PersonId | undefined;
  readonly #topics = new Map<PersonId, string>();

  /** @param wanted told when a visit is wanted from elsewhere on the page, and whether words have come along. */
  constructor(host: PickerHost, common: LocalizeController<CommonWords>, wanted: (hasWords: boolean) => void) {
    this.#host = host;
    let leave: (() => void)[] = [];
    this.#clients = new ClientController(host, (client) => {
      for (const stop of leave) stop();
      leave = [];
      if (!client) return;
      leave = [client.selection.listen(() => host.requestUpdate())];
      // A visit that is moved is about what it was about.
      if (host.moves) return;
      this.#takeWish();
      leave.push(wantedVisitOf(client).serve(() => wanted(this.#takeWish())));
    });
    this.#setting = new QueryController(host, {
      args: () => [host.subjectId ?? '', this.client?.selection.subject ?? '', host.moves ?? ''],
      run: (client, args, signal) => readSetting(client, args, signal),
    });
    this.#times = new QueryController(host, {
      args: () => {
        const choice = this.isDirect && this.choice;
        return choice ? [JSON.stringify(choice), this.month ?? '', this.#day ?? '', this.today] : undefined;
      },
      run: (client, [choice, month, day, today], signal, previous) => {
        const query = { choice: JSON.parse(choice!) as VisitChoice, month: month || undefined, day: day || undefined };
        return this.#free.read(client, { ...query, today: today! }, previous !== undefined, signal);
      },
      concerns: ({ kind }) => kind === 'appointment',
    });
    this.view = new ReaderView(host, this.#setting, common);
  }

  get client(): Client | undefined {
    return this.#clients.client;
  }

  get setting(): PickerSetting | undefined {
    return this.view.value;
  }

  /** The visit that is wanted with words from elsewhere on the page, until one is booked. */
  get wish(): WantedVisit | undefined {
    return this.client && !this.#host.moves ? wantedVisitOf(this.client).wanted : undefined;
  }

  /** The zone all times are in. */
  get zone(): string {
    return zoneOf(this.setting?.practice?.zone);
  }

  get now(): number {
    return this.client?.clock.now() ?? Date.now();
  }

  get today(): CalendarDay {
    return dayIn(this.zone, this.now);
  }

  get services(): readonly Service[] {
    return this.setting?.services ?? [];
  }

  /** What the visit is for, once that is known. */
  get service(): Service | undefined {
    const { services } = this;
    const asked = this.#asked;
    const found = services.find(({ id }) => id === (asked ?? this.#narrowed.service));
    return found ?? (asked ? undefined : services.length === 1 ? services[0] : services.find(({ wanted }) => wanted));
  }

  /** Whether the page has said what it is for, or the visit that is moved. */
  get isAsked(): boolean {
    return this.#asked !== undefined;
  }

  /** Whether the page has said for whom. */
  get isSubjectAsked(): boolean {
    return this.#host.subjectId !== undefined || this.setting?.moved !== undefined;
  }

  /** Whether there is anything to be asked before times are shown. */
  get hasChoices(): boolean {
    const { subjects = [], services = [] } = this.setting ?? {};
    const { kinds = [], practitioners = [], places = [] } = this.service ?? {};
    const asked = [this.isSubjectAsked ? [] : subjects, this.isAsked ? [] : services, kinds, practitioners, places];
    return asked.some(({ length }) => length > 1);
  }

  /** Whether a free time can be booked, and need not be asked for. */
  get isDirect(): boolean {
    return this.service?.booking === 'direct' && this.setting!.can.book;
  }

  /** What the visit is to be. */
  get choice(): VisitChoice | undefined {
    const { service, setting } = this;
    const subject = setting?.subject;
    if (!service || !subject) return undefined;
    const { kind, practitioner, place } = this.narrowed;
    return {
      ...{ subject, service: service.id },
      ...(service.kinds.length > 1 && { kind }),
      ...(practitioner && { practitioner }),
      ...(place && { place }),
    };
  }

  /** How, with whom and where, as far as that is said: by the reader, else by the page or the visit that is moved. */
  get narrowed(): Narrowed {
    const { kinds = [], practitioners = [] } = this.service ?? {};
    const moved = this.setting?.moved;
    const who = this.#host.practitionerId ?? moved?.practitioner?.id;
    const kind = moved?.kind && kinds.includes(moved.kind) ? moved.kind : kinds[0];
    return {
      ...(kind && { kind }),
      practitioner: practitioners.length > 1 && practitioners.some(({ id }) => id === who) ? who! : '',
      ...this.#narrowed,
    };
  }

  /** Whether it is still open with whom it is: each time says it for itself. */
  get isAnyWho(): boolean {
    return !this.narrowed.practitioner && this.service?.practitioners.length !== 1;
  }

  /** The same for where it is. */
  get isAnywhere(): boolean {
    return !this.narrowed.place && (this.service?.places.length ?? 0) > 1;
  }

  get times(): QueryState<TimesView> {
    return this.#times.state;
  }

  get timesView(): TimesView | undefined {
    return this.times.status === 'ready' ? this.times.value : undefined;
  }

  /** The month on show. */
  get shownMonth(): Month {
    return this.month ?? this.timesView?.month ?? this.today.slice(0, 7);
  }

  /** The day on show. */
  get day(): CalendarDay | undefined {
    return this.#day ?? this.timesView?.day;
  }

  /** The days with free times of the month on show, as far as they are known. */
  get days(): readonly CalendarDay[] | undefined {
    return this.#free.daysOf(this.shownMonth);
  }

  narrow(more: Narrowed): void {
    // Another visit is with others, elsewhere.
    this.#narrowed = more.service ? more : { ...this.#narrowed, ...more };
    this.#host.requestUpdate();
  }

  showMonth(month: Month): void {
    this.month = month;
    this.#day = this.slot = undefined;
    this.#host.requestUpdate();
  }

  showDay(day: CalendarDay, slot?: Slot): void {
    this.month = day.slice(0, 7);
    this.#day = day;
    this.slot = slot;
    this.#host.requestUpdate();
  }

  /** Shows more times of the day, which were read since, or that they could not be. */
  setTimes(value: TimesView, problem?: AdapterError): void {
    this.#times.set({ status: 'ready', value, problem });
  }

  choose(slot: Slot | undefined): void {
    this.slot = slot;
    this.#host.requestUpdate();
  }

  /** Reads the free times again. */
  readonly readAgain = (): void => void this.#times.refresh();

  /** Reads everything again. */
  refresh(): Promise<void> {
    return this.#setting.refresh();
  }

  /** Goes on as if nothing had been chosen, such as after a booking. */
  startAgain(): void {
    this.topic = '';
    this.slot = this.month = this.#day = undefined;
    this.#host.requestUpdate();
  }

  /** Before each update: what was chosen of one visit, or by one reader, is nothing to the next. */
  follow(): void {
    const { client, setting } = this;
    if (setting && this.#reader !== client?.reader) {
      if (this.#reader !== undefined) {
        this.topic = '';
        this.#narrowed = {};
        this.#topics.clear();
        this.#taken = this.#subject = undefined;
        this.#takeWish();
      }
      this.#reader = client?.reader;
    }
    const subject = setting?.subject;
    if (subject && subject !== this.#subject) {
      if (this.#subject) {
        this.#topics.set(this.#subject, this.topic);
        this.topic = this.#topics.get(subject) ?? '';
      }
      this.#subject = subject;
    }
    const of = JSON.stringify(this.choice);
    if (!this.choice || of === this.#of) return;
    if (this.#of) this.slot = this.month = this.#day = undefined;
    else if (!this.topic) this.topic = setting?.moved?.topic ?? '';
    this.#of = of;
  }

  get #asked(): ServiceId | undefined {
    return this.#host.service ?? this.setting?.moved?.service;
  }

  /** What is written here already stays, before what comes. Answers whether words have come. */
  #takeWish(): boolean {
    const [{ wish }, { subjectId }] = [this, this.#host];
    this.#host.requestUpdate();
    if (wish === this.#taken) return false;
    this.#taken = wish;
    // Nobody's words go into the visit of another.
    if (!wish || (subjectId && subjectId !== wish.subject)) return false;
    const { subject, text } = wish;
    const isHere = (this.#subject ?? subject) === subject;
    const topic = isHere ? this.topic : (this.#topics.get(subject) ?? '');
    const words = topic.includes(text) ? topic : topic.trim() ? `${topic}\n\n${text}` : text;
    if (isHere) this.topic = words;
    else this.#topics.set(subject, words);
    this.client!.selection.choose(subject);
    return Boolean(text);
  }
}
