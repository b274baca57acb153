import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { announce } from '../../../a11y/announcer.js';
import { sendMessage } from '../../../client/messages.js';
import type { OutboxItem } from '../../../client/outbox-item.js';
import { mayAct } from '../../../controllers/act-event.js';
import { MessageSendEvent } from '../../../controllers/message-events.js';
import type { FieldsWords } from '../../../i18n/en/fields.js';
import type { ThreadMoreWords } from '../../../i18n/en/thread-more.js';
import type { Answer } from '../../../model/contact-request.js';
import type { Card } from '../../../model/card.js';
import type { MessageId, PersonId } from '../../../model/id.js';
import type { Message } from '../../../model/message.js';
import type { MessageDraft } from '../../../model/message-draft.js';
import type { Subject } from '../../../model/person.js';
import { messagingAt } from '../../../model/messaging-at.js';
import { icon } from '../../../primitives/icon.js';
import { alertIcon, sendIcon } from '../../../primitives/icons.js';
import { chosenInstead } from '../../shared/chosen-instead.js';
import { draftPlace } from '../../shared/draft-place.js';
import { answersOf, type FieldAnswers, fieldAnswers } from '../../shared/fields/field-answers.js';
import { fieldProblems, fieldId, type Problem, refusedFields } from '../../shared/fields/field-problems.js';
import { fieldTemplates } from '../../shared/fields/field-templates.js';
import { problemSummary } from '../../shared/fields/problem-summary.js';
import type { ReaderView } from '../../shared/reader-view.js';
import { isClosed } from '../../shared/whose-turn.js';
import { wrongPersonNote, wrongPersonTitle } from '../../shared/wrong-person.js';
import type { Telling } from '../telling.js';
import { type ThreadView, viewKey } from '../thread-view.js';
import { followAnswer } from './detail-sending.js';
import { detailState } from './detail-state.js';
import { areAsked, requestOf } from './detail-words.js';

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

type Fields = Card['fields'];
type Sending = OutboxItem<MessageDraft, Message>;

interface Instead {
  readonly chosen: PersonId;
  readonly subjects: readonly Subject[];
}

/** A request for one more detail: asked in place, answered in place, once. */
export class DetailRequest {
  readonly #host: ReactiveElement;
  readonly #view: ReaderView<ThreadView>;
  readonly #options: DetailRequestOptions;
  #problems: readonly Problem[] = [];
  /** Whom the reader had chosen, while they are asked whether they mean somebody else, and whom they may choose. */
  #instead: Instead | undefined;
  /** Whether a step is prepared before the answer is sent. */
  #isPreparing = false;
  /** Why it was not sent, in words. */
  #hindrance = '';

  constructor(host: ReactiveElement, view: ReaderView<ThreadView>, options: DetailRequestOptions) {
    this.#host = host;
    this.#view = view;
    this.#options = options;
  }

  /** Whether it is asked here and now: by a message's first request without an answer. */
  isOpen(card: Card): boolean {
    return card === this.#card && this.#takes(card) && !this.#item;
  }

  template(card: Card, telling: Telling): TemplateResult {
    const isOpen = this.isOpen(card);
    if (card === this.#card) this.#keepFocus(isOpen);
    if (isOpen) return this.#form(card.fields, telling);
    const { words, fieldWords, ...options } = this.#options;
    const own = card === this.#card ? { ...options, item: this.#item, kept: this.#answers ? answersOf(card.fields, this.#answers) : [] } : undefined;
    return detailState(card, telling, { own, show: options.show, words: words(), fieldWords: fieldWords() });
  }

  /** Whether answers that were refused can be put back: every one of them is still asked, here and now. */
  canRestore({ draft: { detail } }: Sending): boolean {
    const card = this.#card;
    return Boolean(card && detail && this.#takes(card) && areAsked(card, detail.answers));
  }

  /** Puts answers that were refused back, with what was wrong about them. False: they stay where they are. */
  restore(item: Sending): boolean {
    const { key, state, draft } = item;
    const [card, answers] = [this.#card, this.#answers];
    if (!card || !answers || !this.canRestore(item) || !this.#view.client?.outbox.take(key)) return false;
    const given = draft.detail!.answers;
    for (const field of card.fields) {
      const value = given.find((answer) => answer.field === field.id)?.value;
      if (value !== undefined) answers.set(field, [value].flat());
    }
    const path = state.status === 'rejected' ? (state.field ?? '') : '';
    const [part, list, which] = path.split('.');
    const { fieldWords, prefix } = this.#options;
    this.#problems = part === 'detail' && list === 'answers' ? refusedFields(card.fields, which, given, fieldWords(), prefix) : [];
    this.#host.requestUpdate();
    return true;
  }

  #form(fields: Fields, telling: Telling): TemplateResult {
    const { prefix, words: say, fieldWords: sayFields, medicines } = this.#options;
    const [words, fieldWords, answers] = [say(), sayFields(), this.#answers];
    if (!answers) return html``;
    const submit = (event: Event): void => {
      event.preventDefault();
      void this.#send(fields);
    };
    return html`<form
      class="stack near"
      id=${prefix}
      novalidate
      @submit=${submit}
      @input=${stop}
      @beforeinput=${stop}
      @compositionupdate=${stop}
      @compositionend=${stop}
    >
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
      ${this.#hindrance ? html`<p class="state heed" tabindex="-1">${icon(alertIcon)}<span>${this.#hindrance}</span></p>` : nothing}
      ${this.#instead ? this.#question(this.#instead, fields, telling) : nothing}
      ${fields.every(({ kind }) => kind === 'attachment') || this.#instead
        ? nothing
        : html`<div class="row">
            <button class="button" aria-disabled=${this.#isPreparing ? 'true' : nothing}>${icon(sendIcon)} ${words.send}</button>
          </div>`}
    </form>`;
  }

  /** Asks before anything about one person leaves while another one is chosen. */
  #question({ chosen, subjects }: Instead, fields: Fields, { view: { thread } }: Telling): TemplateResult {
    const text = this.#options.words();
    const decide = (isMeant: boolean) => () => {
      this.#instead = undefined;
      if (isMeant) {
        this.#view.client?.selection.choose(thread.subject.id);
        void this.#send(fields);
      } else this.#focus('button');
    };
    const title = wrongPersonTitle({ thread, subjects }, chosen, text);
    return wrongPersonNote({ thread }, { title, text, onSend: decide(true), onKeep: decide(false) });
  }

  async #send(fields: Fields): Promise<void> {
    const { client, value } = this.#view;
    const answers = this.#answers;
    if (!client || !value || !answers || this.#item || this.#isPreparing) return;
    const { message, words } = this.#options;
    const given = answersOf(fields, answers);
    this.#problems = this.#found(fields, answers, given);
    this.#hindrance = '';
    if (this.#problems.length > 0) return this.#focus('.problems h3');
    const { reader } = client;
    const thread = value.thread.id;
    // Whoever signs in meanwhile sends nothing of it, and another thread is left alone.
    const isHere = (): boolean => this.#view.value !== undefined && viewKey(this.#view.value) === viewKey(value);
    this.#isPreparing = true;
    this.#host.requestUpdate();
    let why = words().notSent;
    let may = false;
    try {
      this.#instead = await this.#otherChosen(value);
      if (!this.#instead && client.reader === reader) {
        may = await mayAct(this.#host, new MessageSendEvent(thread), client.clock);
        why = words().stopped;
      }
    } catch {
      // Nobody knows whether it is about the right person: nothing leaves.
    }
    this.#isPreparing = false;
    this.#host.requestUpdate();
    if (client.reader !== reader || this.#item) return;
    if (this.#instead) {
      announce(wrongPersonTitle({ ...value, subjects: this.#instead.subjects }, this.#instead.chosen, words()));
      if (isHere()) this.#focus('.ask h3');
      return;
    }
    if (!may) {
      this.#hindrance = why;
      announce(why);
      if (isHere()) this.#focus('.heed[tabindex]');
      return;
    }
    followAnswer(client, sendMessage(client, { thread, body: '', detail: { message, answers: given } }, reader), this.#host, words);
    // What came to it while the page prepared is not sent, and stays.
    if (JSON.stringify(answersOf(fields, answers)) === JSON.stringify(given)) for (const field of fields) answers.set(field, []);
    if (isHere()) this.#focus();
  }

  #found(fields: Fields, answers: FieldAnswers, given: readonly Answer[]): readonly Problem[] {
    const { prefix, fieldWords } = this.#options;
    const words = fieldWords();
    const problems = fieldProblems(fields, answers, words, prefix);
    const place = fields.findIndex(({ kind }) => kind !== 'attachment');
    const first = fields[place];
    if (problems.length > 0 || given.length > 0 || !first) return problems;
    return [{ at: fieldId(prefix, place), name: first.label, text: words.missing[first.kind] }];
  }

  /** Whom the reader has chosen, where that is not whom the thread is about. */
  async #otherChosen({ thread, me }: ThreadView): Promise<Instead | undefined> {
    const { client } = this.#view;
    // Without a choice there is nothing to ask, and nothing to be read for it.
    if (!client?.selection.subject || client.selection.subject === thread.subject.id) return undefined;
    const { subjects } = await client.connect();
    const chosen = chosenInstead({ thread, me, subjects }, client.selection.subject);
    return chosen && { chosen, subjects };
  }

  #changed(fields: Fields): void {
    this.#hindrance = '';
    this.#instead = undefined;
    // What was put right is no problem any more; what was not looked at yet becomes none while it is written.
    if (this.#problems.length > 0 && this.#answers) {
      const still = new Set(this.#found(fields, this.#answers, answersOf(fields, this.#answers)).map(({ at }) => at));
      this.#problems = this.#problems.filter(({ at }) => still.has(at));
    }
    this.#host.requestUpdate();
  }

  /** Whether an answer could be given: by a patient, to a thread that is not over, while the practice takes messages. */
  #takes({ answeredBy }: Card): boolean {
    const { client, value } = this.#view;
    if (!client || !value) return false;
    const { me, thread, practice } = value;
    const isTaking = !practice || messagingAt(practice, client.clock.now()).state === 'open';
    return !answeredBy && me.kind === 'patient' && !isClosed(thread) && isTaking;
  }

  /** The answer that was sent from here, until it was taken back. */
  get #item(): Sending | undefined {
    const { client, value } = this.#view;
    if (!client || !value) return undefined;
    const gone = new Set(
      value.entries.items.flatMap((entry) => {
        if (entry.type === 'event') return [];
        // What has answered another of its requests, or was taken back, is not under way.
        return [...entry.cards.map(({ answeredBy }) => answeredBy), entry.retractedAt ? entry.id : undefined];
      }),
    );
    const items = client.outbox.items(value.thread.id).filter(({ kind }) => kind === 'message') as readonly Sending[];
    return items.findLast(
      ({ draft, state }) => draft.detail?.message === this.#options.message && !(state.status === 'sent' && gone.has(state.result.id)),
    );
  }

  get #answers(): FieldAnswers | undefined {
    const { client, value } = this.#view;
    if (!client?.reader || !value) return undefined;
    return fieldAnswers(client.drafts, `${draftPlace(client.reader, value.thread.id)}/${this.#options.message}`);
  }

  /** The request that an answer goes to. */
  get #card(): Card | undefined {
    const entry = this.#view.value?.entries.items.find(({ id }) => id === this.#options.message);
    return entry?.type === 'message' ? requestOf(entry) : undefined;
  }

  get #drawn(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(`#${this.#options.prefix}`);
  }

  /** Where a form takes the place of the state by itself, or the other way round, the focus goes along. */
  #keepFocus(isOpen: boolean): void {
    const drawn = this.#drawn;
    const focused = (this.#host.renderRoot as ShadowRoot).activeElement;
    if (!drawn?.contains(focused) || isOpen === (drawn.localName === 'form')) return;
    void this.#host.updateComplete.then(() => (isOpen ? this.#drawn?.querySelector<HTMLElement>('input, textarea') : this.#drawn)?.focus());
  }

  /** Puts the focus on a part of the request, or on what stands for all of it, once it is drawn. */
  #focus(what?: string): void {
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => (what ? this.#drawn?.querySelector<HTMLElement>(what) : this.#drawn)?.focus());
  }
}

/** Text events stop at the request: scripts of the page have no business with them. */
const stop = (event: Event): void => event.stopPropagation();
