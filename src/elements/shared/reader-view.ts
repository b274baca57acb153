import type { TemplateResult } from 'lit';
import { announce } from '../../a11y/announcer.js';
import { AdapterError } from '../../adapter/errors.js';
import type { Client } from '../../client/client.js';
import type { ElementHost } from '../../controllers/client-controller.js';
import type { LocalizeController } from '../../controllers/localize-controller.js';
import { QueryController, type QueryState } from '../../controllers/query-controller.js';
import type { CommonWords } from '../../i18n/en/common.js';
import { offlineIcon } from '../../primitives/icons.js';
import { note } from '../../primitives/note.js';
import { phoneButton } from '../../primitives/phone-link.js';
import { problemNote, problemWords } from './problem-note.js';
import { readSurroundings, type Surroundings } from './surroundings.js';

/** What a question has come to for whoever is signed in now, and what is said where it went wrong. */
export class ReaderView<View extends Surroundings> {
  readonly #host: ElementHost;
  readonly #query: QueryController<View, readonly string[]>;
  readonly #common: LocalizeController<CommonWords>;
  /** Who reads and where, asked for only while nothing else can be shown. */
  readonly #around: QueryController<Surroundings>;
  #told: string | undefined;

  constructor(
    host: ElementHost,
    query: QueryController<View, readonly string[]>,
    common: LocalizeController<CommonWords>,
  ) {
    this.#host = host;
    this.#query = query;
    this.#common = common;
    this.#around = new QueryController(host, {
      args: () => (this.state.status === 'error' ? [] : undefined),
      run: (client, _, signal) => readSurroundings(client, { signal }),
    });
  }

  get state(): QueryState<View> {
    return this.#query.state;
  }

  get value(): View | undefined {
    const { state } = this;
    return state.status === 'ready' ? state.value : undefined;
  }

  get client(): Client | undefined {
    return this.#query.client;
  }

  /** What is wrong. While the device says that it has no network, nothing had to fail for it. */
  get error(): AdapterError | undefined {
    const { state } = this;
    if (state.status === 'error') return state.error;
    if (state.status === 'pending') return undefined;
    const isOffline = this.#query.client?.network.isOnline() === false;
    return state.problem ?? (isOffline ? new AdapterError('offline', 'no network') : undefined);
  }

  /** The number to call, for those who would: who works at the practice does not call it. */
  get phone(): string | undefined {
    return this.isStaff ? undefined : this.#surroundings?.practice?.phone;
  }

  get isStaff(): boolean {
    return this.#surroundings?.me.kind === 'staff';
  }

  get #surroundings(): Surroundings | undefined {
    const { state } = this.#around;
    return this.value ?? (state.status === 'ready' ? state.value : undefined);
  }

  /** What went wrong, and the way on. */
  note(error: AdapterError): TemplateResult {
    const { words } = this.#common;
    if (error.code === 'offline' && this.value) return note({ ...words.allHere, mark: offlineIcon });
    const retry = () => void this.#query.refresh();
    return problemNote(error, { host: this.#host, words, own: this.#own, phone: this.phone, retry });
  }

  /** That so much of what is shown came in a form nobody here can read. */
  unreadable(count: number): TemplateResult {
    const { unreadable, call } = this.#common.words;
    return note({ tone: 'attention', text: unreadable(count), actions: phoneButton(this.phone, call) });
  }

  /** Says a note's title aloud when it has come by itself, after something else was shown; `isRead`: the focus has. */
  tell(title = this.error && problemWords(this.error, this.#common.words, this.#own).title, isRead = false): void {
    if (this.state.status === 'pending') return;
    if (title && !isRead && this.#told !== undefined && title !== this.#told) announce(title);
    this.#told = title ?? '';
  }

  get #own(): CommonWords['problems'] | undefined {
    return this.isStaff ? this.#common.words.problemsForStaff : undefined;
  }
}
