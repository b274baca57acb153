import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ClientController } from '../../controllers/client-controller.js';
import { ClockController } from '../../controllers/clock-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { formatWhen } from '../../i18n/format.js';
import { appointments as english } from '../../i18n/en/appointments.js';
import { common } from '../../i18n/en/common.js';
import type { PersonId } from '../../model/id.js';
import { offlineIcon } from '../../primitives/icons.js';
import { note, waiting } from '../../primitives/note.js';
import { phoneButton } from '../../primitives/phone-link.js';
import { baseStyles } from '../../theme/base-styles.js';
import { controlStyles } from '../../theme/control-styles.js';
import { noteStyles } from '../../theme/note-styles.js';
import { FocusKeeper } from '../shared/focus-keeper.js';
import { Later } from '../shared/later.js';
import { problemNote, problemWords } from '../shared/problem-note.js';
import { ReaderView } from '../shared/reader-view.js';
import { titleOf, whoseChoice } from './appointments-head.js';
import { appointmentsStyles } from './appointments-styles.js';
import { type AppointmentsView, readAppointments } from './appointments-view.js';
import type { VisitMore } from './more/visit-more.js';
import type { VisitList } from './visit-list.js';
import type { Setting } from './visiting.js';

/**
 * A person's visits: the next one first, with where to go, how to get ready and what to talk about, the ways to move,
 * cancel and keep it in a calendar; then later ones, what was asked for, and, when asked for, those that are behind. An
 * earlier time that is offered can be taken in place. Staff read it, and change nothing here.
 *
 * @tag care-appointments
 * @slot empty - Shown when no visit is planned.
 * @fires {AppointmentActEvent} care-appointment-act - A visit is about to be moved or cancelled, or an offered time booked. Cancelable, and a page can make it wait.
 * @fires {AppointmentChangedEvent} care-appointment-changed - A visit has been moved or cancelled, or an offered time booked.
 * @fires {SignInEvent} care-sign-in - The reader wants to sign in. Cancelable.
 * @csspart title - The heading: whose visits these are.
 * @csspart appointment - One visit, or one that is asked for.
 * @csspart offer - Times that are offered for a visit.
 * @csspart choice - One of several things to choose from.
 * @csspart budget - How much room is left for what the patient wants to talk about.
 * @csspart notice - What is said when there is nothing to show, something went wrong, or something was done.
 */
export class CareAppointments extends LitElement {
  static readonly tagName = 'care-appointments';
  static override styles = [baseStyles, controlStyles, noteStyles, appointmentsStyles];

  /** Fetches what defines `care-appointment-picker`, for a visit that is moved. Set where this element is defined. */
  static picker: (() => Promise<unknown>) | undefined;

  /** Whose visits, by their id. None: of whom the reader acts for, or their own. Staff have to be told. */
  @property({ attribute: 'subject-id' }) subjectId?: string | undefined;

  readonly #text = new LocalizeController(this, 'appointments', english);
  readonly #common = new LocalizeController(this, 'common', common);
  readonly #clock = new ClockController(this);
  readonly #clients: ClientController;
  readonly #query: QueryController<AppointmentsView, readonly string[]> = new QueryController(this, {
    args: () => [this.subjectId ?? '', this.#clients.client?.selection.subject ?? ''],
    run: readAppointments,
    concerns: ({ kind }) => kind === 'appointment',
  });
  readonly #view = new ReaderView(this, this.#query, this.#common);
  readonly #list: Later<VisitList> = new Later(this, async () => {
    const { VisitList } = await import('./visit-list.js');
    return new VisitList(this);
  });
  readonly #more: Later<VisitMore> = new Later(this, async () => {
    const { VisitMore } = await import('./more/visit-more.js');
    return new VisitMore(this, this.#view, () => CareAppointments.picker?.());
  });

  constructor() {
    super();
    let leave: (() => void) | undefined;
    this.#clients = new ClientController(this, (client) => {
      leave?.();
      leave = client?.selection.listen(() => this.requestUpdate());
    });
    new FocusKeeper(this, 'h2');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Beside the session and the visits, so that nobody waits for it after them.
    void this.#list.ask();
  }

  /** Reads the visits again. */
  refresh(): Promise<void> {
    return this.#query.refresh();
  }

  override render(): TemplateResult {
    const { value } = this.#view;
    const { words } = this.#text;
    return html`<div class="care">
      <div class="stack">
        <h2 part="title" tabindex="-1">${titleOf(value, words, this.#common.words)}</h2>
        ${value && !this.subjectId
          ? whoseChoice(value, words, (subject: PersonId) => this.#clients.client?.selection.choose(subject))
          : nothing}
        ${this.#content(value)}
      </div>
    </div>`;
  }

  protected override updated(): void {
    const { error, value } = this.#view;
    this.#view.tell(error && (error.code === 'offline' && value ? this.#text.words.allHere.title : this.#title(error)));
  }

  #content(view: AppointmentsView | undefined): unknown {
    const { words, lang } = this.#text;
    const { state, error } = this.#view;
    if (state.status === 'pending') return waiting(words.waiting);
    if (!view) return this.#problem(error!);
    if (!view.subject) return html`<p>${view.me.kind === 'staff' ? words.choosePatient : words.choose}</p>`;
    const list = this.#list.known;
    if (!list) return this.#list.hasFailed ? this.#notLoaded(this.#list.ask) : waiting(words.waiting);
    return html`
      ${error ? this.#problem(error) : nothing} ${list.template(this.#setting(view))}
      ${this.#more.hasFailed ? this.#notLoaded(this.#more.ask) : nothing}
      ${error
        ? html`<p class="soft small">${words.readAt(formatWhen(new Date(view.readAt).toISOString(), this.#clock.now(), { lang }))}</p>`
        : nothing}
    `;
  }

  #setting(view: AppointmentsView): Setting {
    return {
      view,
      common: this.#common.words,
      lang: this.#text.lang,
      now: this.#clock.now(),
      phone: this.#view.phone,
      more: this.#more.value,
      isPast: this.#clock.isPast,
      act: (what, visit, visiting): void => {
        const reader = this.#clients.client?.reader;
        void this.#more.ask().then((more) => {
          if (more && reader === this.#clients.client?.reader) more.act(what, visit, visiting);
        });
      },
    };
  }

  #problem(error: NonNullable<ReaderView<AppointmentsView>['error']>): TemplateResult {
    const { words } = this.#common;
    const { phone, isStaff } = this.#view;
    if (error.code === 'offline' && this.#view.value) {
      return note({ ...this.#text.words.allHere, mark: offlineIcon, actions: phoneButton(phone, words.call) });
    }
    const own = isStaff ? words.problemsForStaff : this.#text.words.problems;
    return problemNote(error, { host: this, words, own, phone, retry: () => void this.refresh() });
  }

  #title(error: NonNullable<ReaderView<AppointmentsView>['error']>): string {
    const { words } = this.#common;
    return problemWords(error, words, this.#view.isStaff ? words.problemsForStaff : this.#text.words.problems).title;
  }

  #notLoaded(retry: () => unknown): TemplateResult {
    const again = html`<button class="button" type="button" @click=${retry}>${this.#common.words.tryAgain}</button>`;
    const { phone } = this.#view;
    return note({
      tone: 'attention',
      text: this.#text.words.notLoaded,
      actions: html`${again} ${phoneButton(phone, this.#common.words.call)}`,
    });
  }
}
