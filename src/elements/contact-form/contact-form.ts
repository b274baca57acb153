import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { announce } from '../../a11y/announcer.js';
import type { AdapterError } from '../../adapter/errors.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { SignInEvent } from '../../controllers/sign-in-event.js';
import { VisitRequestEvent } from '../../controllers/visit-request-event.js';
import { common } from '../../i18n/en/common.js';
import { contactForm } from '../../i18n/en/contact-form.js';
import { fields } from '../../i18n/en/fields.js';
import type { PersonId } from '../../model/id.js';
import type { Reason } from '../../model/reason.js';
import type { Receipt } from '../../model/receipt.js';
import { textLength } from '../../model/text-length.js';
import { note, waiting } from '../../primitives/note.js';
import { phoneButton } from '../../primitives/phone-link.js';
import { baseStyles } from '../../theme/base-styles.js';
import { choiceStyles } from '../../theme/choice-styles.js';
import { controlStyles } from '../../theme/control-styles.js';
import { handoverStyles } from '../../theme/handover-styles.js';
import { noteStyles } from '../../theme/note-styles.js';
import type { Problem } from '../shared/fields/field-problems.js';
import { FocusKeeper } from '../shared/focus-keeper.js';
import { problemNote, problemWords } from '../shared/problem-note.js';
import type { ContactDraft } from './contact-draft.js';
import { contactFormStyles } from './contact-form-styles.js';
import { type Delivery, deliveryNote } from './delivery-note.js';
import type { FormContent } from './form-content.js';
import { FormState } from './form-state.js';
import { formTemplate } from './form-template.js';
import { controlId, type FormView } from './form-view.js';
import { type Gate, gateNote, personGate, practiceGate } from './gate.js';
import { type Filled, problemsOf, refusalOf, requestOf } from './problems.js';
import { safetyNotice } from './safety-notice.js';
import { SendingController } from './sending-controller.js';
import { sentView } from './sent-view.js';
import { signsAnswer } from './signs.js';

/**
 * A message to the practice: the reason first, then what that reason needs, who will read it and by when. Where nobody
 * would answer there is no field, and the way instead.
 *
 * What is typed is kept while components come and go, until it is sent; never on the device, never in an attribute or
 * event. Spelling is not checked, because some browsers send the text away for it: `spellcheck="true"` allows it.
 *
 * In a form of the page it takes part as a custom element does: while something is unsent it is not valid, so that the
 * page's form does not go on without it; a disabled `fieldset` disables it. It has no value, whatever its `name`, and
 * resetting the page's form takes nothing from it: a patient's words do not go without their own doing.
 *
 * @tag care-contact-form
 * @fires {ContactSendEvent} care-contact-send - A message is about to be sent. Cancelable, and can be made to wait.
 * @fires {ContactSentEvent} care-contact-sent - The practice has it: the thread it became.
 * @fires {VisitRequestEvent} care-visit-request - The message is too long, and the reader would rather book a visit. Prevent it to take it from here.
 * @fires {SignInEvent} care-sign-in - The reader wants to sign in, to write or to send what waits. Cancelable.
 * @csspart heading - What the form is called.
 * @csspart reason - A reason to choose.
 * @csspart choice - An answer to choose.
 * @csspart field - A question and the place for its answer.
 * @csspart budget - How much room is left in the message.
 * @csspart promise - Who reads it and by when there is an answer.
 * @csspart handover - The line a message goes along.
 * @csspart send - The button that sends.
 * @csspart state - How far the message has come.
 * @csspart notice - What else is said: safety, what is missing, what went wrong.
 * @cssprop [--care-contact-form-gap=1.5rem] - Space between questions.
 */
export class CareContactForm extends LitElement {
  static readonly tagName = 'care-contact-form';
  static readonly formAssociated = true;
  static override styles = [baseStyles, controlStyles, choiceStyles, noteStyles, handoverStyles, contactFormStyles];

  /** The person it is addressed to, by id, such as on a clinician's page. One who is not in the care team counts as none. */
  @property() recipient?: PersonId | undefined;

  readonly #internals = this.attachInternals();
  readonly #localize = new LocalizeController(this, 'contact-form', contactForm);
  readonly #fields = new LocalizeController(this, 'fields', fields);
  readonly #common = new LocalizeController(this, 'common', common);
  readonly #sending = new SendingController(this);
  readonly #state = new FormState(this, () => (this.#toPractice ? undefined : this.recipient));

  #me: string | undefined;
  /** Whether sending was tried: from then on, what is in the way is shown. */
  #tried = false;
  #wasOver = false;
  /** Whether the page was told of a visit that is wanted, and did not take it. */
  #visitIsUntaken = false;
  /** Whether a fieldset of the page disables it. */
  #isDisabled = false;
  /** Whether it goes to the practice, because the recipient was refused. */
  #toPractice = false;
  /** The note that stands for all there is, or over it. Undefined until anything was shown. */
  #noted: string | undefined;
  /** What takes the focus after the next update. */
  #focusNext: string | undefined;

  constructor() {
    super();
    new FocusKeeper(this, '[part=send], .waiting, .note > h3');
  }

  /** Called by the browser when a `fieldset` of the page around it is disabled, or no longer is. */
  formDisabledCallback(isDisabled: boolean): void {
    this.#isDisabled = isDisabled;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { content, ready, draft, reason } = this.#state;
    const { words } = this.#localize;
    if (changed.has('recipient')) this.#toPractice = false;
    if (content.state.status === 'error') {
      this.#tellNote(problemWords(content.state.error, this.#common.words, words.problems).title);
    }
    if (!ready || !draft) return;
    // Whoever signs in next does not see how far somebody else has come.
    if (this.#me !== ready.me.id) {
      this.#sending.beginAnother();
      this.#tried = this.#wasOver = this.#visitIsUntaken = this.#toPractice = false;
    }
    this.#me = ready.me.id;
    const news = this.#sending.follow(draft, ready.reasons.flatMap(({ fields }) => fields));
    if (news) this.#tell(news);
    this.#tellNote(this.#gate(reason)?.title ?? (this.#isOffline(draft) ? words.youAreOffline : ''));
    if (reason) this.#tellLength(textLength(draft.get('body')) - reason.budget, reason.budget);
  }

  protected override updated(): void {
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    if (this.#focusNext) find(this.#focusNext)?.focus();
    this.#focusNext = undefined;
    const customError = this.#state.written.length > 0;
    this.#internals.setValidity({ customError }, this.#localize.words.unsent, find('[part=send], summary')!);
  }

  override render(): TemplateResult {
    const { words } = this.#localize;
    return html`<div class="care">
      <div class="stack parts">
        <div class="stack near">
          <h2 part="heading">${words.heading}</h2>
          ${safetyNotice(this.#state.ready?.practice, words)}
        </div>
        ${this.#main()}
      </div>
    </div>`;
  }

  #main(): TemplateResult {
    const { words } = this.#localize;
    const { words: shared } = this.#common;
    const { content, draft, recipient, phone, reason } = this.#state;
    const { state } = content;
    const problem = (error: AdapterError, retry: () => void) =>
      problemNote(error, { host: this, words: shared, own: words.problems, phone, retry });
    if (state.status === 'error') return problem(state.error, () => void content.refresh());
    if (state.status === 'pending' || !draft) return waiting(words.waiting);
    if (this.#sending.receipt) return this.#sent(this.#sending.receipt, state.value);
    const actions = phoneButton(phone, shared.call);
    if (state.value.subjects.length === 0) return note({ ...words.forPatients, actions });
    if (state.value.reasons.length === 0) return note({ ...words.empty, actions });
    const gate = this.#gate();
    const view = this.#view(state.value, draft, reason);
    if (gate) return this.#closed(gate, view);
    if (recipient.status === 'error') return problem(recipient.error, () => this.#state.findRecipientAgain());
    // Who does not answer gets no form, not even for a moment.
    if (recipient.status === 'pending') return waiting(words.waiting);
    return this.#form(view, reason);
  }

  /** What keeps from writing at all; with a reason, also what keeps from writing for it. */
  #gate(reason?: Reason): Gate | undefined {
    const { ready, recipient, now, phone } = this.#state;
    const { words, lang } = this.#localize;
    const asked = { words, lang, now, phone };
    const person = recipient.status === 'ready' ? recipient.value : undefined;
    return practiceGate(ready?.practice, asked) ?? personGate(person ?? reason?.receiver?.first, asked);
  }

  #closed(gate: Gate, view: FormView): TemplateResult {
    return html`${gateNote(gate, this.#state.written, view)} ${this.#deliveryNote(view.draft)}`;
  }

  #sent(receipt: Receipt, { practice, reasons }: FormContent): TemplateResult {
    const { lang, words } = this.#localize;
    const { call } = this.#common.words;
    const reason = reasons.find(({ id }) => id === receipt.thread.reason?.id);
    const another = () => {
      this.#sending.beginAnother();
      this.#changed(`#${controlId('reason')} input`);
    };
    return html`<div class="stack">
      ${sentView(receipt, { words, lang, now: this.#sending.now, practice, reason, another, call })}
    </div>`;
  }

  #view(content: FormContent, draft: ContactDraft, reason: Reason | undefined): FormView {
    const { subject, signs, medicines, now, recipient } = this.#state;
    const said = { words: this.#localize.words, fieldWords: this.#fields.words, lang: this.#localize.lang };
    const filled = { ...said, subject, signs, draft, recipient: recipient.status === 'ready' ? recipient.value : undefined };
    return {
      ...filled,
      common: this.#common.words,
      now,
      content,
      phone: this.#state.phone,
      answers: draft.answers,
      medicines,
      problems: reason && !this.#sending.isUnderWay(draft) ? this.#problems(reason, filled) : [],
      spellcheck: this.getAttribute('spellcheck') === 'true' ? 'true' : 'false',
      changed: (focusNext) => this.#changed(focusNext),
    };
  }

  #form(view: FormView, reason: Reason | undefined): TemplateResult {
    const { draft } = view;
    return formTemplate(view, {
      reason,
      gate: reason && this.#gate(reason),
      written: this.#state.written,
      isLocked: this.#isDisabled || this.#sending.isUnderWay(draft),
      isOffline: this.#isOffline(draft),
      isSending: this.#sending.delivery(draft) === 'sending',
      visitIsUntaken: this.#visitIsUntaken,
      delivery: this.#deliveryNote(draft),
      chooseReason: (id) => {
        draft.set('reason', id);
        this.#tried = this.#visitIsUntaken = false;
        this.#sending.forgetStop();
        this.#changed();
      },
      chooseSubject: (id) => {
        this.#state.choose(id);
        this.#changed();
      },
      wantVisit: this.#wantVisit,
      submit: this.#onSubmit,
    });
  }

  #deliveryNote(draft: ContactDraft): TemplateResult | typeof nothing {
    const delivery = this.#sending.delivery(draft);
    if (!delivery) return nothing;
    const { recipient, phone } = this.#state;
    const toPractice = () => {
      this.#toPractice = true;
      this.#sending.change(draft);
      this.#changed('[part=send]');
    };
    return deliveryNote(delivery, {
      words: this.#localize.words,
      common: this.#common.words,
      phone,
      signIn: () => this.dispatchEvent(new SignInEvent()),
      sendAgain: () => this.#sending.sendAgain(draft),
      change: () => {
        if (this.#sending.change(draft)) this.#changed(`#${controlId('body')}`);
        else announce(this.#localize.words.sending);
      },
      toPractice: recipient.status === 'ready' && recipient.value ? toPractice : undefined,
    });
  }

  #problems(reason: Reason, filled: Filled): readonly Problem[] {
    if (this.#tried) return problemsOf(reason, filled);
    const refusal = this.#sending.refusal(filled.draft);
    return refusal ? refusalOf(refusal.field, refusal.request, reason, filled) : [];
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const { ready, draft, reason, subject } = this.#state;
    if (!ready || !draft || !reason || this.#isDisabled || this.#sending.isUnderWay(draft)) return;
    // Nothing is sent past a sign of danger, nor to where nobody answers.
    if (signsAnswer(draft, reason, subject) === 'yes' || this.#gate(reason)) return;
    const view = this.#view(ready, draft, reason);
    this.#tried = problemsOf(reason, view).length > 0;
    if (!subject || this.#tried) this.#changed('.problems h3');
    else {
      // What has the focus may be about to be locked, and would lose it.
      this.renderRoot.querySelector<HTMLElement>('[part=send]')?.focus();
      void this.#sending.send(draft, requestOf(reason, subject, view), ready.me.id);
    }
  };

  readonly #wantVisit = (): void => {
    const { draft, reason, subject } = this.#state;
    this.#tried = !subject;
    if (!subject) this.#changed('.problems h3');
    else {
      const event = new VisitRequestEvent({ subject: subject.id, reason: reason?.id }, () => draft?.get('body') ?? '');
      this.#visitIsUntaken = this.dispatchEvent(event);
      if (this.#visitIsUntaken) announce(this.#localize.words.bookByPhone);
      this.#changed();
    }
  };

  /** Says what changed on its own. What was sent takes the focus, unless the reader has gone on to something else. */
  #tell(news: Delivery | 'sent'): void {
    const { words } = this.#localize;
    if (news === 'conflict' || news === 'forbidden') this.#state.readAgain();
    if (news === 'sending') return;
    if (news !== 'sent') announce(words.states[news].title);
    else if (this.shadowRoot?.activeElement) this.#focusNext = '.note.done h3';
    else announce(words.sent);
  }

  /** Whether it is worth saying: what is sent or waits says so itself. */
  #isOffline(draft: ContactDraft): boolean {
    return !this.#sending.isOnline && !this.#sending.receipt && !this.#sending.delivery(draft);
  }

  /** Says the note aloud when it comes by itself, over what was shown or in its place. */
  #tellNote(words: string): void {
    if (words && this.#noted !== undefined && words !== this.#noted) announce(words);
    this.#noted = words;
  }

  #tellLength(over: number, budget: number): void {
    if (over > 0 === this.#wasOver) return;
    this.#wasOver = over > 0;
    const { words } = this.#fields;
    announce(over > 0 ? `${words.over(over, budget)}. ${words.nothingCut}.` : words.within(budget));
  }

  #changed(focusNext?: string): void {
    const { draft, written, subject } = this.#state;
    // What is written is about somebody from now on, whoever is chosen elsewhere.
    if (written.length > 0 && subject) draft?.set('subject', subject.id);
    this.#focusNext = focusNext;
    this.requestUpdate();
  }
}
