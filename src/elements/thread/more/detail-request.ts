import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { announce } from '../../../a11y/announcer.js';
import { sendMessage } from '../../../client/messages.js';
import type { OutboxItem } from '../../../client/outbox-item.js';
import type { FieldsWords } from '../../../i18n/en/fields.js';
import type { ThreadMoreWords } from '../../../i18n/en/thread-more.js';
import type { Answer } from '../../../model/contact-request.js';
import type { Card } from '../../../model/card.js';
import type { MessageId, SendKey } from '../../../model/id.js';
import type { Message } from '../../../model/message.js';
import type { MessageDraft } from '../../../model/message-draft.js';
import { messagingAt } from '../../../model/messaging-at.js';
import { icon } from '../../../primitives/icon.js';
import { checkIcon, clockIcon, sendIcon } from '../../../primitives/icons.js';
import { note } from '../../../primitives/note.js';
import { draftPlace } from '../../shared/draft-place.js';
import { answersOf, type FieldAnswers, fieldAnswers } from '../../shared/fields/field-answers.js';
import { fieldProblems, fieldId, type Problem, refusedFields } from '../../shared/fields/field-problems.js';
import { fieldTemplates } from '../../shared/fields/field-templates.js';
import { problemSummary } from '../../shared/fields/problem-summary.js';
import { nameOf } from '../../shared/person-words.js';
import type { ReaderView } from '../../shared/reader-view.js';
import { isClosed } from '../../shared/whose-turn.js';
import { short, type Telling, whoIs } from '../telling.js';
import type { ThreadView } from '../thread-view.js';

export interface DetailRequestOptions {
  /** The message that asks. */
  readonly message: MessageId;
  /** What the ids of its controls begin with. */
  readonly prefix: string;
  readonly show: (message: MessageId) => void;
  words(): ThreadMoreWords;
  fieldWords(): FieldsWords;
  medicines(): readonly string[];
}

/** A request for one more detail: asked in place, answered in place, once. */
export class DetailRequest {
  readonly #host: ReactiveElement;
  readonly #view: ReaderView<ThreadView>;
  readonly #options: DetailRequestOptions;
  #problems: readonly Problem[] = [];
  /** Whom the reader had chosen, while they are asked whether they mean somebody else. */
  #chosen: string | undefined;

  constructor(host: ReactiveElement, view: ReaderView<ThreadView>, options: DetailRequestOptions) {
    this.#host = host;
    this.#view = view;
    this.#options = options;
  }

  /** Whether it is asked here and now. */
  isOpen({ answeredBy }: Card, { view: { me, thread, practice }, now }: Telling): boolean {
    const takes = !practice || messagingAt(practice, now).state === 'open';
    return !answeredBy && me.kind === 'patient' && !isClosed(thread) && takes && !this.#underWay;
  }

  template(card: Card, telling: Telling): TemplateResult {
    const words = this.#options.words();
    const { thread, me } = telling.view;
    const { fields, answeredBy } = card;
    if (this.isOpen(card, telling)) return this.#form(fields, telling);
    if (answeredBy) {
      return html`<div class="state">
        ${icon(checkIcon)}
        <span
          >${words.answered}
          <button class="button quiet" type="button" @click=${() => this.#options.show(answeredBy)}>${words.seeAnswer}</button></span
        >
      </div>`;
    }
    if (this.#underWay) return this.#state(words.underWay);
    if (me.kind === 'patient' && !isClosed(thread)) return this.#state(words.paused);
    const others = fields.map(({ label }) => short(label)).filter((label) => label !== card.label);
    return html`${others.length === 0 ? nothing : html`<ul class="stack close">${others.map((label) => html`<li><bdi>${label}</bdi></li>`)}</ul>`}
    ${this.#state(isClosed(thread) ? words.over : words.notAnswered)}`;
  }

  /** Puts answers that were refused back, with what was wrong about them. */
  restore({ draft: { detail }, state }: OutboxItem<MessageDraft, Message>): void {
    const fields = this.#fields;
    for (const field of fields) {
      const value = detail?.answers.find((answer) => answer.field === field.id)?.value;
      if (value !== undefined) this.#answers?.set(field, [value].flat());
    }
    const path = state.status === 'rejected' ? (state.field ?? '') : '';
    const [part, list, which] = path.split('.');
    this.#problems =
      part === 'detail' && list === 'answers'
        ? refusedFields(fields, which, detail!.answers, this.#options.fieldWords(), this.#options.prefix)
        : [];
    this.#host.requestUpdate();
  }

  #state(words: string): TemplateResult {
    return html`<p class="state" id=${this.#options.prefix} tabindex="-1">${icon(clockIcon)}<span>${words}</span></p>`;
  }

  #form(fields: Card['fields'], telling: Telling): TemplateResult {
    const { prefix, words: say, fieldWords: sayFields, medicines } = this.#options;
    const [words, fieldWords, answers] = [say(), sayFields(), this.#answers];
    if (!answers) return html``;
    const submit = (event: Event): void => {
      event.preventDefault();
      void this.#send(fields);
    };
    return html`<form class="stack near" id=${prefix} novalidate @submit=${submit}>
      ${problemSummary(this.#problems, fieldWords)}
      ${fieldTemplates(fields, {
        fieldWords,
        lang: telling.lang,
        prefix,
        answers,
        problems: this.#problems,
        spellcheck: this.#host.getAttribute('spellcheck') === 'true' ? 'true' : 'false',
        medicines: medicines(),
        changed: () => this.#changed(fields),
      })}
      ${this.#chosen === undefined ? nothing : this.#guard(this.#chosen, fields, telling)}
      ${fields.every(({ kind }) => kind === 'attachment') || this.#chosen !== undefined
        ? nothing
        : html`<div class="row"><button class="button">${icon(sendIcon)} ${words.send}</button></div>`}
    </form>`;
  }

  /** Asks before anything about one person leaves while another one is chosen. */
  #guard(chosen: string, fields: Card['fields'], telling: Telling): TemplateResult {
    const words = this.#options.words();
    const about = whoIs(telling.view.thread.subject, telling);
    const decide = (isMeant: boolean) => () => {
      this.#chosen = undefined;
      if (isMeant) {
        this.#view.client?.selection.choose(telling.view.thread.subject.id);
        void this.#send(fields);
      } else this.#focus('button');
    };
    return html`<div class="guard">
      ${note({
        tone: 'attention',
        title: words.wrongPerson(about, chosen),
        actions: html`<button class="button" type="button" @click=${decide(true)}>${words.sendAbout(about)}</button>
          <button class="button" type="button" @click=${decide(false)}>${words.doNotSend}</button>`,
      })}
    </div>`;
  }

  async #send(fields: Card['fields']): Promise<void> {
    const { client, value } = this.#view;
    const answers = this.#answers;
    if (!client || !value || !answers || this.#underWay) return;
    const { prefix, message } = this.#options;
    const given = answersOf(fields, answers);
    this.#problems = this.#found(fields, answers, given);
    if (this.#problems.length > 0) return this.#focus('.problems h3');
    const author = client.reader;
    const chosen = await this.#otherChosen(value);
    // Whoever signs in meanwhile sends nothing of it.
    if (client.reader !== author || this.#underWay) return;
    this.#chosen = chosen;
    if (chosen !== undefined) {
      this.#focus('.guard h3');
      return announce(this.#options.words().wrongPerson(nameOf(value.thread.subject, ''), chosen));
    }
    const thread = value.thread.id;
    this.#follow(sendMessage(client, { thread, body: '', detail: { message, answers: given } }, author));
    for (const field of fields) answers.set(field, []);
    this.#focus(`#${prefix}`, this.#host.renderRoot);
  }

  #found(fields: Card['fields'], answers: FieldAnswers, given: readonly Answer[]): readonly Problem[] {
    const { prefix, fieldWords } = this.#options;
    const words = fieldWords();
    const problems = fieldProblems(fields, answers, words, prefix);
    const place = fields.findIndex(({ kind }) => kind !== 'attachment');
    const first = fields[place];
    if (problems.length > 0 || given.length > 0 || !first) return problems;
    return [{ at: fieldId(prefix, place), name: first.label, text: words.missing[first.kind] }];
  }

  /** The name of whom the reader has chosen, where that is not whom the thread is about. */
  async #otherChosen({ thread }: ThreadView): Promise<string | undefined> {
    const { client } = this.#view;
    const chosen = client?.selection.subject;
    if (!client || chosen === undefined || chosen === thread.subject.id) return undefined;
    const { subjects } = await client.connect();
    const other = subjects.find(({ id }) => id === chosen);
    return other && nameOf(other, '');
  }

  #changed(fields: Card['fields']): void {
    // What was put right is no problem any more; what was not looked at yet becomes none while it is written.
    if (this.#problems.length > 0 && this.#answers) {
      const still = new Set(this.#found(fields, this.#answers, answersOf(fields, this.#answers)).map(({ at }) => at));
      this.#problems = this.#problems.filter(({ at }) => still.has(at));
    }
    this.#host.requestUpdate();
  }

  /** Says aloud what becomes of an answer. */
  #follow(key: SendKey): void {
    const { client } = this.#view;
    let told: string | undefined;
    const stop = client?.outbox.listen(() => {
      const status = client.outbox.item(key)?.state.status;
      const { sent, notSent, unsure } = this.#options.words();
      const fate = { sent, rejected: notSent, unknown: unsure }[status as 'sent'];
      if (fate && fate !== told) announce(fate);
      told = fate ?? told;
      if (status === 'sent' || status === undefined) stop?.();
    });
  }

  get #underWay(): boolean {
    const { client, value } = this.#view;
    const items = (value && client?.outbox.items(value.thread.id)) ?? [];
    return items.some(({ kind, draft }) => kind === 'message' && (draft as MessageDraft).detail?.message === this.#options.message);
  }

  get #answers(): FieldAnswers | undefined {
    const { client, value } = this.#view;
    if (!client?.reader || !value) return undefined;
    return fieldAnswers(client.drafts, `${draftPlace(client.reader, value.thread.id)}/${this.#options.message}`);
  }

  get #fields(): Card['fields'] {
    const entry = this.#view.value?.entries.items.find(({ id }) => id === this.#options.message);
    return entry?.type === 'message' ? entry.cards.flatMap(({ fields }) => fields) : [];
  }

  /** Puts the focus on a part of the request, once it is drawn. */
  #focus(what: string, root?: ParentNode): void {
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      const within = root ?? this.#host.renderRoot.querySelector(`#${this.#options.prefix}`);
      within?.querySelector<HTMLElement>(what)?.focus();
    });
  }
}
