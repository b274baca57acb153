import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { announce } from '../../a11y/announcer.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { SignInEvent } from '../../controllers/sign-in-event.js';
import { common } from '../../i18n/en/common.js';
import { contactForm } from '../../i18n/en/contact-form.js';
import { fields } from '../../i18n/en/fields.js';
import type { Reason } from '../../model/reason.js';
import type { Receipt } from '../../model/receipt.js';
import { textLength } from '../../model/text-length.js';
import { offlineIcon } from '../../primitives/icons.js';
import { note, waiting } from '../../primitives/note.js';
import { phoneButton } from '../../primitives/phone-link.js';
import { baseStyles } from '../../theme/base-styles.js';
import { choiceStyles } from '../../theme/choice-styles.js';
import { controlStyles } from '../../theme/control-styles.js';
import { handoverStyles } from '../../theme/handover-styles.js';
import { noteStyles } from '../../theme/note-styles.js';
import type { Problem } from '../shared/fields/field-problems.js';
import { MedicinesController } from '../shared/fields/medicines-controller.js';
import { problemSummary } from '../shared/fields/problem-summary.js';
import { FocusKeeper } from '../shared/focus-keeper.js';
import { problemNote, problemWords } from '../shared/problem-note.js';
import { type ContactDraft, contactDraft } from './contact-draft.js';
import { contactFormStyles } from './contact-form-styles.js';
import { type Delivery, deliveryNote } from './delivery-note.js';
import { type FormContent, readFormContent, reasonOf } from './form-content.js';
import type { FormView } from './form-view.js';
import { controlId, problemsOf, type ProblemWords, refusalOf, requestOf } from './problems.js';
import { questions } from './questions.js';
import { reasonChoice } from './reason-choice.js';
import { receiverView } from './receiver-view.js';
import { safetyNotice } from './safety-notice.js';
import { SendingController } from './sending-controller.js';
import { sentView } from './sent-view.js';
import { subjectOf } from './subject-choice.js';

/**
 * A message to the practice: the reason first, then what that reason needs, who will read it and by when.
 *
 * What is typed is kept while components come and go, until it is sent; never on the device, never in an attribute or
 * event. Spelling is not checked, because some browsers send the text away for it: `spellcheck="true"` allows it.
 *
 * @tag care-contact-form
 * @fires {ContactSendEvent} care-contact-send - A message is about to be sent. Cancelable, and can be made to wait.
 * @fires {ContactSentEvent} care-contact-sent - The practice has it: the thread it became.
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
  static override styles = [baseStyles, controlStyles, choiceStyles, noteStyles, handoverStyles, contactFormStyles];

  readonly #localize = new LocalizeController(this, 'contact-form', contactForm);
  readonly #fields = new LocalizeController(this, 'fields', fields);
  readonly #common = new LocalizeController(this, 'common', common);
  readonly #sending = new SendingController(this);
  readonly #content = new QueryController<FormContent>(this, {
    args: () => [],
    run: (client, _, signal) => readFormContent(client, { signal }, (phone) => (this.#phone = phone)),
  });

  readonly #medicines = new MedicinesController(this, () => {
    const [content, draft] = [this.#ready, this.#draft];
    const reason = content && draft && reasonOf(content, draft.get('reason'));
    return reason && { fields: reason.fields, subject: subjectOf(content.subjects, draft.get('subject'))?.id };
  });

  #me: string | undefined;
  #phone: string | undefined;
  /** Whether sending was tried: from then on, what is in the way is shown. */
  #tried = false;
  #wasOver = false;
  /** The note that stands for all there is, or over it. Undefined until anything was shown. */
  #noted: string | undefined;
  /** What takes the focus after the next update. */
  #focusNext: string | undefined;

  constructor() {
    super();
    new FocusKeeper(this, '[part=send], .waiting, .note > h3');
  }

  protected override willUpdate(): void {
    const { state } = this.#content;
    const { words } = this.#localize;
    if (state.status === 'error') this.#tellNote(problemWords(state.error, this.#common.words, words.problems).title);
    const [content, draft] = [this.#ready, this.#draft];
    if (!content || !draft) return;
    // Whoever signs in next does not see how far somebody else has come.
    if (this.#me !== content.me.id) {
      this.#sending.beginAnother();
      this.#tried = this.#wasOver = false;
    }
    this.#me = content.me.id;
    const news = this.#sending.follow(draft, content.reasons.flatMap(({ fields }) => fields));
    if (news) this.#tell(news);
    this.#tellNote(this.#isOffline(draft) ? words.youAreOffline : '');
    const reason = reasonOf(content, draft.get('reason'));
    if (reason) this.#tellLength(textLength(draft.get('body')) - reason.budget, reason.budget);
  }

  protected override updated(): void {
    if (this.#focusNext) this.renderRoot.querySelector<HTMLElement>(this.#focusNext)?.focus();
    this.#focusNext = undefined;
  }

  override render(): TemplateResult {
    const { words } = this.#localize;
    return html`<div class="care">
      <div class="stack parts">
        <div class="stack near">
          <h2 part="heading">${words.heading}</h2>
          ${safetyNotice(this.#ready?.practice, words)}
        </div>
        ${this.#main()}
      </div>
    </div>`;
  }

  get #ready(): FormContent | undefined {
    return this.#content.state.status === 'ready' ? this.#content.state.value : undefined;
  }

  get #draft(): ContactDraft | undefined {
    const { client } = this.#sending;
    return client && this.#ready && contactDraft(client.drafts, this.#ready.me.id);
  }

  get #wording(): ProblemWords {
    return { words: this.#localize.words, fieldWords: this.#fields.words };
  }

  #main(): TemplateResult {
    const { words } = this.#localize;
    const { words: shared } = this.#common;
    const { state } = this.#content;
    if (state.status === 'error') {
      const retry = () => void this.#content.refresh();
      return problemNote(state.error, { host: this, words: shared, own: words.problems, phone: this.#phone, retry });
    }
    const draft = this.#draft;
    if (state.status === 'pending' || !draft) return waiting(words.waiting);
    const content = state.value;
    if (this.#sending.receipt) return this.#sent(this.#sending.receipt, content);
    const actions = phoneButton(this.#phone, shared.call);
    if (content.subjects.length === 0) return note({ ...words.forPatients, actions });
    if (content.reasons.length === 0) return note({ ...words.empty, actions });
    return this.#form(content, draft);
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

  #form(content: FormContent, draft: ContactDraft): TemplateResult {
    const { words, lang } = this.#localize;
    const delivery = this.#sending.delivery(draft);
    const locked = this.#sending.isUnderWay(draft);
    const reason = reasonOf(content, draft.get('reason'));
    const view: FormView = {
      ...this.#wording,
      lang,
      now: this.#sending.now,
      draft,
      answers: draft.answers,
      medicines: this.#medicines.names,
      problems: reason && !locked ? this.#problems(reason, content, draft) : [],
      spellcheck: this.getAttribute('spellcheck') === 'true' ? 'true' : 'false',
      changed: () => this.#changed(),
    };
    return html`<form class="stack parts" novalidate @submit=${this.#onSubmit}>
      ${this.#isOffline(draft) ? note({ mark: offlineIcon, text: words.youAreOffline }) : nothing}
      ${problemSummary(view.problems, view.fieldWords)}
      <fieldset class="stack parts" ?disabled=${locked}>
        ${reasonChoice(content, reason, view, (id) => this.#chooseReason(draft, id))}
        ${reason ? questions(reason, content, view) : nothing}
      </fieldset>
      ${reason
        ? html`<div class="stack near">
            ${receiverView(reason, content.practice, view)} ${this.#deliveryNote(delivery, draft)}
            <div class="row">${this.#sendButton(reason, draft, delivery, locked)}</div>
          </div>`
        : nothing}
    </form>`;
  }

  #chooseReason(draft: ContactDraft, id: string): void {
    draft.set('reason', id);
    this.#tried = false;
    this.#sending.forgetStop();
    this.#changed();
  }

  #deliveryNote(delivery: Delivery | undefined, draft: ContactDraft): TemplateResult | typeof nothing {
    if (!delivery) return nothing;
    return deliveryNote(delivery, {
      words: this.#localize.words,
      common: this.#common.words,
      phone: this.#phone,
      signIn: () => this.dispatchEvent(new SignInEvent()),
      sendAgain: () => this.#sending.sendAgain(draft),
      change: () => {
        if (this.#sending.change(draft)) this.#changed(`#${controlId('body')}`);
        else announce(this.#localize.words.sending);
      },
    });
  }

  #sendButton(reason: Reason, draft: ContactDraft, delivery: Delivery | undefined, locked: boolean): TemplateResult {
    const { words } = this.#localize;
    const over = textLength(draft.get('body')) - reason.budget;
    return html`<button
      class="button main"
      part="send"
      type="submit"
      aria-disabled=${locked || over > 0 ? 'true' : nothing}
      aria-describedby=${over > 0 ? `${controlId('body')}-budget` : nothing}
    >
      ${delivery === 'sending' ? words.sending : words.send}
    </button>`;
  }

  #problems(reason: Reason, content: FormContent, draft: ContactDraft): readonly Problem[] {
    if (this.#tried) return problemsOf(reason, subjectOf(content.subjects, draft.get('subject')), draft, this.#wording);
    const refusal = this.#sending.refusal(draft);
    return refusal ? refusalOf(refusal.field, refusal.request, reason, this.#wording) : [];
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const [content, draft] = [this.#ready, this.#draft];
    const reason = content && draft && reasonOf(content, draft.get('reason'));
    if (!reason || this.#sending.isUnderWay(draft)) return;
    const subject = subjectOf(content.subjects, draft.get('subject'));
    this.#tried = !subject || problemsOf(reason, subject, draft, this.#wording).length > 0;
    if (!subject || this.#tried) this.#changed('.problems h3');
    else {
      // What has the focus may be about to be locked, and would lose it.
      this.renderRoot.querySelector<HTMLElement>('[part=send]')?.focus();
      void this.#sending.send(draft, requestOf(reason, subject, draft), content.me.id);
    }
  };

  /** Says what changed on its own. What was sent takes the focus, unless the reader has gone on to something else. */
  #tell(news: Delivery | 'sent'): void {
    const { words } = this.#localize;
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
    this.#focusNext = focusNext;
    this.requestUpdate();
  }
}
