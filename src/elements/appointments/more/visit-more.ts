import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../../a11y/announcer.js';
import { wantedVisitOf } from '../../../client/wanted-visit.js';
import { AppointmentChangedEvent } from '../../../controllers/appointment-events.js';
import type { ElementHost } from '../../../controllers/client-controller.js';
import { LocalizeController } from '../../../controllers/localize-controller.js';
import { appointmentsMore as english } from '../../../i18n/en/appointments-more.js';
import type { Appointment, CareNeed } from '../../../model/appointment.js';
import { choiceStyles } from '../../../theme/choice-styles.js';
import type { ReaderView } from '../../shared/reader-view.js';
import { SlotOfferView } from '../../shared/slot-offer.js';
import { type AppointmentsView, viewKey } from '../appointments-view.js';
import type { MoreVisits, VisitAct, Visiting } from '../visiting.js';
import { Cancelling } from './cancelling.js';
import { type Done, doneNote } from './done-note.js';
import { keepInCalendar } from './keeping.js';
import { moreStyles } from './more-styles.js';
import { PastVisits } from './past-visits.js';
import { Picking } from './picking.js';
import { TopicWriting } from './topic-writing.js';
import { Waitlist } from './waitlist.js';

/** What is open: under which visit, for whom. A new visit is under none. */
interface Opened {
  readonly key: string;
  readonly visit: string | undefined;
  readonly act: VisitAct | 'book' | 'kept';
  readonly service?: Appointment['service'];
  readonly opener: Element | null | undefined;
}

/** What can be done with visits, and those that are behind. One thing is open at a time. */
export class VisitMore implements MoreVisits {
  readonly #host: ElementHost;
  readonly #view: ReaderView<AppointmentsView>;
  readonly #words: LocalizeController<typeof english>;
  readonly #cancelling: Cancelling;
  readonly #writing: TopicWriting;
  readonly #picking: Picking;
  readonly #waitlist: Waitlist;
  readonly #past: PastVisits;
  /** By reader: what one has taken or declined is nothing to the next who signs in. */
  readonly #offers = new Map<string, SlotOfferView>();
  #opened: Opened | undefined;
  #done: (Done & { readonly key: string }) | undefined;

  constructor(host: ElementHost, view: ReaderView<AppointmentsView>, picker: () => Promise<unknown> | undefined) {
    this.#host = host;
    this.#view = view;
    this.#words = new LocalizeController(host, 'appointments-more', english);
    this.#cancelling = new Cancelling(host);
    this.#writing = new TopicWriting(host);
    this.#picking = new Picking(host, picker);
    this.#waitlist = new Waitlist(host, view);
    this.#past = new PastVisits(host, view);
    const root = host.shadowRoot!;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, choiceStyles.styleSheet!, moreStyles.styleSheet!];
  }

  opened({ id }: Appointment): VisitAct | undefined {
    const opened = this.#shown;
    return opened?.visit === id && opened.act !== 'book' && opened.act !== 'kept' ? opened.act : undefined;
  }

  /** Opens what is done with a visit; closes it when it is open. */
  act(act: VisitAct, visit: Appointment, visiting: Visiting): void {
    if (this.#cancelling.isUnderWay) return;
    this.#done = undefined;
    if (act === 'calendar') {
      keepInCalendar(visit, visiting);
      announce(this.#words.words.saveFile);
      return this.#open('kept', visiting, visit);
    }
    if (this.opened(visit) === act) return void this.#close();
    if (act === 'cancel') this.#cancelling.begin();
    if (act === 'topic') this.#writing.begin(visit, visiting);
    this.#open(act, visiting, visit);
  }

  panel(visit: Appointment, visiting: Visiting): TemplateResult | typeof nothing {
    const { words } = this.#words;
    const opened = this.#shown;
    const { client } = this.#view;
    if (opened?.visit !== visit.id || !client) return nothing;
    if (opened.act === 'kept') return html`<p class="state acting">${words.saveFile}</p>`;
    if (opened.act === 'cancel') {
      const inside = this.#cancelling.template(visit, visiting, {
        ...{ client, words, close: this.#close },
        move: () => this.#open('move', visiting, visit),
        done: (done, care) => this.#cancelled(visit, done, care, visiting),
      });
      return html`<div class="panel stack near" tabindex="-1">${inside}</div>`;
    }
    if (opened.act !== 'move') return nothing;
    const inside = this.#picking.template(visiting, {
      ...{ words, service: visit.service, moves: visit.id, close: this.#close },
      done: (event) => this.#picked(event, visit, visiting),
    });
    return html`<section class="panel stack near picking" tabindex="-1" aria-label=${words.moveTitle}>${inside}</section>`;
  }

  topic(visit: Appointment, visiting: Visiting): unknown {
    const { client } = this.#view;
    return client && this.#writing.template(visit, visiting, { client, words: this.#words.words, close: this.#close });
  }

  offer(visit: Appointment, visiting: Visiting): TemplateResult | typeof nothing {
    const { view, now, phone, isPast } = visiting;
    const { offer } = visit;
    if (!offer || !view.can.readOffer) return nothing;
    const key = `${viewKey(view)} ${offer}`;
    const known = this.#offers.get(key) ?? new SlotOfferView(this.#host, offer);
    this.#offers.set(key, known);
    const inside = known.template({
      ...{ now, phone, isPast, isStaff: false, zone: visit.zone ?? view.practice?.zone, instead: visit },
      onTaken: (taken) => this.#say({ kind: visit.starts ? 'moved' : 'booked', visit: taken, before: visit }, visiting),
    });
    return html`<div class="enclosed" part="offer">${inside}</div>`;
  }

  waitlist(visit: Appointment, visiting: Visiting): unknown {
    // One thing at a time: while it is moved or cancelled, that is the question.
    const opened = this.opened(visit);
    return opened === 'move' || opened === 'cancel' ? nothing : this.#waitlist.template(visit, visiting, this.#view.client, this.#words.words);
  }

  done(visiting: Visiting): unknown {
    const done = this.#done?.key === viewKey(visiting.view) ? this.#done : undefined;
    return done ? doneNote(done, visiting, this.#words.words, () => this.#book(visiting, done.before?.service)) : nothing;
  }

  booking(visiting: Visiting): TemplateResult | typeof nothing {
    const { words } = this.#words;
    const { view, text } = visiting;
    if (!view.can.book) return nothing;
    const opened = this.#shown;
    if (opened?.act !== 'book') {
      const isMain = view.coming.items.length === 0;
      return html`<div class="row">
        <button class=${isMain ? 'button main' : 'button'} type="button" @click=${() => this.#book(visiting)}>${text.book}</button>
      </div>`;
    }
    const inside = this.#picking.template(visiting, {
      ...{ words, service: opened.service, moves: undefined, close: this.#close },
      done: (event) => this.#picked(event, undefined, visiting),
    });
    return html`<section class="panel stack near picking" tabindex="-1" aria-label=${text.book}>${inside}</section>`;
  }

  past(visiting: Visiting): unknown {
    return this.#past.template(visiting, this.#words.words);
  }

  /** What is open for who reads now. */
  get #shown(): Opened | undefined {
    const { value } = this.#view;
    return value && this.#opened?.key === viewKey(value) ? this.#opened : undefined;
  }

  #open(act: Opened['act'], { view }: Visiting, visit?: Appointment, service?: Appointment['service']): void {
    const opener = this.#opened?.visit === visit?.id && this.#opened ? this.#opened.opener : this.#host.shadowRoot!.activeElement;
    this.#opened = { key: viewKey(view), visit: visit?.id, act, service, opener };
    this.#host.requestUpdate();
    if (act !== 'kept') void this.#focus(act === 'topic' ? '#topic' : '.panel');
  }

  readonly #close = (): void => {
    const opener = this.#opened?.opener;
    this.#opened = undefined;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      const root = this.#host.shadowRoot!;
      const place = opener?.isConnected ? opener : root.querySelector('h2');
      if (place instanceof HTMLElement) place.focus({ preventScroll: true });
    });
  };

  /** Books a visit where the page has a place for that, or else here. */
  #book(visiting: Visiting, service?: Appointment['service']): void {
    const { client } = this.#view;
    const { subject } = visiting.view;
    if (!client || !subject) return;
    this.#done = undefined;
    const wanted = wantedVisitOf(client);
    if (wanted.isServed && !this.#isPicking) wanted.ask({ subject, text: '' });
    else this.#open('book', visiting, undefined, service);
    this.#host.requestUpdate();
  }

  /** Whether what would take a wish for a visit is our own. */
  get #isPicking(): boolean {
    return this.#shown?.act === 'move' || this.#shown?.act === 'book';
  }

  #cancelled(before: Appointment, { id, subject }: Appointment, care: CareNeed, visiting: Visiting): void {
    this.#say({ kind: 'cancelled', before, care }, visiting);
    this.#host.dispatchEvent(new AppointmentChangedEvent('cancel', id, subject.id));
  }

  #picked({ act, appointmentId }: AppointmentChangedEvent, before: Appointment | undefined, visiting: Visiting): void {
    const kind = act === 'request' ? 'asked' : act === 'move' ? 'moved' : 'booked';
    this.#say({ kind, before, id: appointmentId }, visiting);
  }

  /** Says what was done where the eye goes next, since what it was done with may be gone. */
  #say(done: Done, visiting: Visiting): void {
    this.#opened = undefined;
    this.#done = { ...done, key: viewKey(visiting.view) };
    this.#host.requestUpdate();
    void this.#focus('.done-note h3');
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    const place = this.#host.shadowRoot!.querySelector<HTMLElement>(selector);
    place?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }
}
