import { nothing, type TemplateResult } from 'lit';
import { listAppointments, requestVisit } from '../../../client/appointments.js';
import type { VisitRequest } from '../../../adapter/ports/appointments.js';
import type { Client } from '../../../client/client.js';
import { LocalizeController } from '../../../controllers/localize-controller.js';
import type { PickerMoreWords } from '../../../i18n/en/appointment-picker-more.js';
import { fields } from '../../../i18n/en/fields.js';
import type { Appointment } from '../../../model/appointment.js';
import type { SlotTimes } from '../../shared/slot-words.js';
import type { PickerHost, PickerState } from '../picker-state.js';
import type { Acting, Done } from './acting.js';
import { requestForm, type RequestFormOptions } from './request-form.js';
import { type DraftWish, halvesOf, madeWishes, refusedWish, wishId, wishProblems } from './wishes.js';

/** What asking for a time takes from what is around it. */
export interface AskingTools {
  readonly host: PickerHost;
  readonly state: PickerState;
  readonly acting: Acting;
  words(): PickerMoreWords;
  times(): SlotTimes;
  /** Takes the focus to what a selector finds, after the next update. */
  focusOn(selector: string): void;
  onDone(done: Done): void;
  /** Whether there is something about the topic that keeps it from going out; it is said then. */
  isHeld(): boolean;
}

/** Asks for a time where none can be booked, or waits for one. */
export class Asking {
  readonly #tools: AskingTools;
  readonly #fields: LocalizeController<typeof fields>;
  #wishes: DraftWish[] = [];
  #of: string | undefined;
  #isTried = false;
  /** Whether the form was opened beside the free times. */
  isOpen = false;

  constructor(tools: AskingTools) {
    this.#tools = tools;
    this.#fields = new LocalizeController(tools.host, 'fields', fields);
  }

  /** Whether one can ask for a time of this visit. */
  get isOffered(): boolean {
    const { service, setting } = this.#tools.state;
    return Boolean(service?.request && setting!.can.request);
  }

  /** Whether one can wait for a time that becomes free. */
  get isWaitOffered(): boolean {
    const { service, setting } = this.#tools.state;
    return Boolean(service?.hasWaitlist && setting!.can.request);
  }

  readonly open = (): void => {
    this.isOpen = true;
    this.#tools.state.choose(undefined);
    this.#tools.acting.forget();
    this.#tools.focusOn('.ask h3');
  };

  readonly close = (): void => {
    this.isOpen = false;
    this.#isTried = false;
    this.#tools.acting.forget();
    this.#tools.focusOn('h2');
  };

  forget(): void {
    this.isOpen = this.#isTried = false;
    this.#wishes = [];
  }

  /** Waits for any time. */
  readonly wait = (): void => void this.#send([]);

  form(around: Pick<RequestFormOptions, 'topic' | 'outcome' | 'ways'>): TemplateResult | typeof nothing {
    const { state, acting, focusOn, host } = this.#tools;
    const limits = state.service?.request;
    if (!limits) return nothing;
    // Wishes are within the limits of one visit.
    if (this.#of !== state.service?.id || this.#wishes.length === 0) {
      this.#of = state.service?.id;
      this.#wishes = [this.#blank()];
      this.#isTried = false;
    }
    return requestForm({
      ...around,
      limits,
      wishes: this.#wishes,
      problems: this.#problems(),
      words: this.#tools.words(),
      fieldWords: this.#fields.words,
      times: this.#tools.times(),
      practice: state.setting!.practice,
      isBusy: acting.isBusy,
      changed: () => {
        acting.forget();
        host.requestUpdate();
      },
      add: () => {
        this.#wishes = [...this.#wishes, this.#blank()];
        focusOn(`#${wishId(this.#wishes.length - 1, 'day')}`);
      },
      remove: (place) => {
        this.#wishes = this.#wishes.filter((_, other) => other !== place);
        focusOn(`#${wishId(place - 1, 'day')}`);
      },
      send: () => this.#submit(),
    });
  }

  #blank(): DraftWish {
    const halves = halvesOf(this.#tools.state.service!.request!);
    return { day: '', half: halves.length === 1 ? halves[0]! : '' };
  }

  /** What the practice asks for, once sending was tried; what it refused, once it did. */
  #problems() {
    const { state, acting, words, times } = this.#tools;
    const found = this.#isTried ? wishProblems(this.#wishes, state.service!.request!, words(), times()) : [];
    if (found.length > 0 || acting.state.status !== 'failed' || acting.state.code !== 'invalid') return found;
    return refusedWish(acting.state.field, words());
  }

  #submit(): void {
    const { acting, isHeld, focusOn } = this.#tools;
    if (acting.isBusy) return;
    acting.forget();
    this.#isTried = true;
    if (this.#problems().length > 0) return focusOn('.problems h3');
    if (isHeld()) return;
    void this.#send(madeWishes(this.#wishes));
  }

  async #send(wishes: VisitRequest['wishes']): Promise<void> {
    const { state, acting, host, onDone, focusOn } = this.#tools;
    const { client, choice } = state;
    if (!client || !choice || acting.isBusy) return;
    const topic = state.topic.trim() ? state.topic : undefined;
    const request: VisitRequest = { ...choice, wishes, topic, moves: host.moves };
    const done = await acting.run(client, {
      name: 'request',
      words: JSON.stringify(request),
      send: (options) => requestVisit(client, request, options),
      look: (signal) => findAsked(client, request, signal),
    });
    if (done) return onDone(done);
    if (this.#problems().length > 0) focusOn('.problems h3');
  }
}

/** Looks whether the same times have been asked for, or nothing but to wait. */
async function findAsked(client: Client, request: VisitRequest, signal: AbortSignal): Promise<Appointment | undefined> {
  const { subject, service, wishes } = request;
  const said = (some: VisitRequest['wishes']): string => some.map(({ day, half }) => `${day} ${half}`).join();
  const { items } = await listAppointments(client, { subject, when: 'coming' }, { signal });
  const status = wishes.length > 0 ? 'requested' : 'waiting';
  return items.find((visit) => visit.status === status && visit.service === service && said(visit.wishes) === said(wishes));
}
