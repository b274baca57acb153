import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { announce } from '../../a11y/announcer.js';
import type { AdapterError } from '../../adapter/errors.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { SignInEvent } from '../../controllers/sign-in-event.js';
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
import { problemNote } from '../shared/problem-note.js';
import { type ContactDraft, controlId } from './contact-draft.js';
import { contactFormStyles } from './contact-form-styles.js';
import type { Delivery } from './delivery.js';
import type { FormContent } from './form-content.js';
import { FormState } from './form-state.js';
import { formTemplate } from './form-template.js';
import type { FormView } from './form-view.js';
import { type Gate, gateNote, guestWay, personGate, practiceGate } from './gate.js';
import type { Filled } from './more/problems.js';
import { noteTitle } from './note-title.js';
import { safetyNotice } from './safety-notice.js';
import { SendingController } from './sending-controller.js';
import { signsAnswer } from './signs.js';
import { Telling } from './telling.js';

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
 * @fires {VisitRequestEvent} care-visit-request - The message is too long, and the reader would rather book a visit. Prevent it to take it from here; else a picker on the page does.
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
  readonly #telling = new Telling();
  readonly #state = new FormState(this, this.#sending, () => this.recipient);

  #me: string | undefined;
  /** Whether sending was tried: from then on, what is in the way is shown. */
  #tried = false;
  /** Whether the page was told of a visit that is wanted, and did not take it. */
  #visitIsUntaken = false;
  /** Whether a fieldset of the page disables it. */
  #isDisabled = false;
  /** What takes the focus after the next update. */
  #focusNext: string | undefined;

  constructor() {
    super();
    // Never a button: the next key would press it.
    new FocusKeeper(this, '#who-reads, .waiting, .note > h3');
  }

  /** Called by the browser when a `fieldset` of the page around it is disabled, or no longer is. */
  formDisabledCallback(isDisabled: boolean): void {
    this.#isDisabled = isDisabled;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { ready, draft, reason } = this.#state;
    if (changed.has('recipient')) this.#state.isForPractice = false;
    if (!ready || !draft) return;
    if (!this.#sending.isUnderWay(draft)) this.#state.followSelection();
    // Whoever signs in next does not see how far somebody else has come.
    if (this.#me !== ready.me.id) {
      this.#sending.beginAnother();
      this.#telling.forgetLength();
      this.#tried = this.#visitIsUntaken = this.#state.isForPractice = false;
    }
    this.#me = ready.me.id;
    const news = this.#sending.follow(draft, ready.reasons.flatMap(({ fields }) => fields));
    if (news) this.#tell(news);
    this.#state.asked?.follow(this.#localize.lang, this.#changed);
    if (reason) this.#telling.length(textLength(draft.get('body')) - reason.budget, reason.budget, this.#fields.words);
  }

  protected override updated(): void {
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    if (this.#focusNext) find(this.#focusNext)?.focus();
    this.#focusNext = undefined;
    const said = { words: this.#localize.words, common: this.#common.words, gate: this.#gate(this.#state.reason) };
    this.#telling.note(noteTitle(this.#state, this.#sending, said), this.shadowRoot?.activeElement?.textContent);
    const customError = this.#state.written.length > 0;
    this.#internals.setValidity({ customError }, this.#localize.words.unsent, find('[part=send], summary')!);
  }

  override render(): TemplateResult {
    const { words } = this.#localize;
    return html`<div class="care">
      <div class="stack parts">
        <div class="stack near">
          <h2 part="heading" tabindex="-1">${this.#gate() ? words.reachUs : words.heading}</h2>
          ${safetyNotice(this.#state.ready?.practice, words)}
        </div>
        ${this.#main()}
      </div>
    </div>`;
  }

  #main(): TemplateResult {
    const { words } = this.#localize;
    const { content, draft, recipient, phone, reason } = this.#state;
    const { state } = content;
    const problem = (error: AdapterError, retry: () => void) => html`
      ${problemNote(error, { host: this, words: this.#common.words, own: words.problems, phone, retry })}
      ${guestWay(error, content.client?.guestUrl, words)}`;
    if (state.status === 'error') return problem(state.error, () => void content.refresh());
    if (state.status === 'pending' || !draft) return waiting(words.waiting);
    const view = this.#view(state.value, draft, reason);
    if (this.#sending.receipt) return this.#sent(this.#sending.receipt, view);
    const actions = phoneButton(phone, this.#common.words.call);
    if (state.value.subjects.length === 0) return note({ ...words.forPatients, actions });
    if (state.value.reasons.length === 0) return note({ ...words.empty, actions });
    const gate = this.#gate();
    if (gate) return html`${gateNote(gate, this.#state.written, this.#state.openHours(view.lang), view)} ${this.#deliveryNote(draft)}`;
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

  #sent(receipt: Receipt, view: FormView): TemplateResult {
    const another = () => {
      this.#sending.beginAnother();
      this.#changed(`#${controlId('reason')} input`);
    };
    return this.#state.more.sentView(receipt, view, another);
  }

  #view(content: FormContent, draft: ContactDraft, reason: Reason | undefined): FormView & Filled {
    const { subject, signs, medicines, now, recipient, references } = this.#state;
    const said = { words: this.#localize.words, fieldWords: this.#fields.words, lang: this.#localize.lang };
    const filled = { ...said, subject, signs, draft, references, recipient: recipient.status === 'ready' ? recipient.value : undefined };
    return {
      ...filled,
      common: this.#common.words,
      content,
      now,
      phone: this.#state.phone,
      answers: draft.answers,
      medicines,
      problems: !reason || this.#sending.isUnderWay(draft) ? [] : this.#tried ? this.#state.more.problemsOf(reason, filled) : this.#refused(reason, filled),
      spellcheck: this.getAttribute('spellcheck') === 'true' ? 'true' : 'false',
      changed: this.#changed,
    };
  }

  #refused(reason: Reason, filled: Filled): readonly Problem[] {
    const refusal = this.#sending.refusal(filled.draft);
    return refusal ? this.#state.more.refusalOf(refusal.field, refusal.request, reason, filled) : [];
  }

  #form(view: FormView, reason: Reason | undefined): TemplateResult {
    const { draft } = view;
    return formTemplate(view, {
      more: this.#state.more,
      asked: this.#state.asked!,
      reason,
      gate: reason && this.#gate(reason),
      written: this.#state.written,
      openHours: this.#state.openHours(view.lang),
      isLocked: this.#isDisabled || this.#sending.isUnderWay(draft),
      isOffline: this.#sending.isOffline(draft),
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
      this.#state.isForPractice = true;
      this.#sending.change(draft);
      this.#changed('[part=send]');
    };
    return this.#state.more.deliveryNote(delivery, {
      lang: this.#localize.lang,
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

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const { ready, draft, reason, subject } = this.#state;
    if (!ready || !draft || !reason || this.#isDisabled || this.#sending.isUnderWay(draft)) return;
    // Nothing is sent past a sign of danger, nor to where nobody answers.
    const view = this.#view(ready, draft, reason);
    if (signsAnswer(reason, view) === 'yes' || this.#gate(reason)) return;
    this.#tried = this.#state.more.problemsOf(reason, view).length > 0;
    if (!subject || this.#tried) return this.#changed('.problems h3');
    // What has the focus may be about to be locked, and would lose it.
    this.renderRoot.querySelector<HTMLElement>('[part=send]')?.focus();
    void this.#sending.send(draft, this.#state.more.requestOf(reason, subject, view), ready.me.id);
  };

  readonly #wantVisit = (): void => {
    const { content, draft, reason, subject } = this.#state;
    this.#tried = !subject;
    if (!draft || !subject) return this.#changed('.problems h3');
    const wish = { subject: subject.id, reason: reason?.id };
    this.#visitIsUntaken = !this.#state.more.askForVisit(this, content.client!, wish, () => draft.get('body'));
    if (this.#visitIsUntaken) announce(this.#state.more.moreWords(this.#localize.lang).bookByPhone);
    this.#changed();
  };

  /** Says what changed on its own. What was sent takes the focus, unless the reader has gone on to something else. */
  #tell(news: Delivery | 'sent'): void {
    const words = { ...this.#localize.words, ...this.#state.more.moreWords(this.#localize.lang) };
    // It may be asking for something else by now: what was refused may stand in no field here.
    if (/conflict|forbidden|rejected/.test(news)) this.#state.readAgain();
    if (news === 'sending') return;
    if (news !== 'sent') announce(words.states[news].title);
    else if (this.shadowRoot?.activeElement) this.#focusNext = '.note.done h3';
    else announce(words.sent);
  }

  readonly #changed = (focusNext?: string): void => {
    this.#focusNext = focusNext;
    this.requestUpdate();
  };
}
