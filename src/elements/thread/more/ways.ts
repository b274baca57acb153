import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { announce } from '../../../a11y/announcer.js';
import { settleThread } from '../../../client/messages.js';
import type { ElementHost } from '../../../controllers/client-controller.js';
import type { ThreadMoreWords } from '../../../i18n/en/thread-more.js';
import type { PersonId } from '../../../model/id.js';
import { icon } from '../../../primitives/icon.js';
import { alertIcon, checkIcon } from '../../../primitives/icons.js';
import { phoneButton } from '../../../primitives/phone-link.js';
import { draftPlace } from '../../shared/draft-place.js';
import type { ReaderView } from '../../shared/reader-view.js';
import { askForVisit } from '../../shared/visit-wish.js';
import { isClosed } from '../../shared/whose-turn.js';
import type { KeepAs } from './record-words.js';
import type { Telling } from '../telling.js';
import { isLong, type ThreadView, viewKey } from '../thread-view.js';

/** What can be done at the end of a thread, beside writing: settle it, book a visit, keep it on paper or in a file. */
export class WaysOn implements ReactiveController {
  readonly #host: ElementHost;
  readonly #view: ReaderView<ThreadView>;
  /** What is said of the last thing that was tried, and of whose thread. */
  #said: { readonly of: string; readonly words: string; readonly isProblem?: boolean; readonly isCall?: boolean } | undefined;
  #isBusy = false;
  /** Ends what is being kept, and takes away what is printed: its reader has gone, or wants another. */
  #keeping: AbortController | undefined;
  #keptFor: PersonId | undefined;

  readonly #words: () => ThreadMoreWords;

  constructor(host: ElementHost, view: ReaderView<ThreadView>, words: () => ThreadMoreWords) {
    this.#host = host;
    this.#view = view;
    this.#words = words;
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.#view.client?.reader !== this.#keptFor) this.#keeping?.abort();
  }

  hostDisconnected(): void {
    this.#keeping?.abort();
  }

  template(telling: Telling): TemplateResult {
    const { view, common } = telling;
    const { thread, canSettle, practice, me } = view;
    const words = this.#words();
    const isOpen = me.kind === 'patient' && !isClosed(thread);
    const said = this.#said?.of === viewKey(view) ? this.#said : undefined;
    return html`
      ${isOpen && isLong(view) ? html`<p>${words.long} ${way(words.bookVisit, () => this.#visit(view))}</p>` : nothing}
      ${isOpen && canSettle && thread.turn === 'patient'
        ? html`<div>${way(html`${icon(checkIcon)} ${words.settle}`, () => this.#settle(view))}</div>`
        : nothing}
      ${said?.words
        ? html`<p class=${said.isProblem ? 'state heed' : 'state'}>
              ${said.isProblem ? icon(alertIcon) : nothing}<span>${said.words}</span>
            </p>
            ${said.isCall ? html`<div>${phoneButton(practice?.phone, common.call)}</div>` : nothing}`
        : nothing}
    `;
  }

  /** The ways to keep a thread on paper or in a file. */
  keeping(telling: Telling): TemplateResult {
    const words = this.#words();
    return html`<div class="row">
      ${way(words.print, () => this.#keep('print', telling))} ${way(words.asText, () => this.#keep('text', telling))}
      ${way(words.asData, () => this.#keep('json', telling))}
    </div>`;
  }

  #say(view: ThreadView, words: string, more: { readonly isProblem?: boolean; readonly isCall?: boolean } = {}): void {
    this.#said = { of: viewKey(view), words, ...more };
    announce(words);
    this.#host.requestUpdate();
  }

  /** One thing at a time: what fails says so in words. */
  async #try(view: ThreadView, failure: string, act: () => Promise<void>): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      await act();
    } catch {
      this.#say(view, failure, { isProblem: true });
    }
    this.#isBusy = false;
  }

  #settle(view: ThreadView): void {
    const { settleDone, notSettled } = this.#words();
    void this.#try(view, notSettled, async () => {
      await settleThread(this.#view.client!, view.thread, { signal: new AbortController().signal });
      this.#say(view, settleDone);
    });
  }

  #visit(view: ThreadView): void {
    const { subject, reason, id } = view.thread;
    const client = this.#view.client!;
    const place = draftPlace(client.reader!, id);
    const wish = { subject: subject.id, reason: reason?.id, threadId: id };
    if (askForVisit(this.#host, client, wish, () => client.drafts.get(place))) return;
    this.#say(view, this.#words().callToBook, { isCall: true });
  }

  #keep(as: KeepAs, telling: Telling): void {
    const { view } = telling;
    const { keeping, notKept, saved } = this.#words();
    void this.#try(view, notKept, async () => {
      const client = this.#view.client!;
      this.#keeping?.abort();
      const { signal } = (this.#keeping = new AbortController());
      this.#keptFor = client.reader;
      this.#say(view, keeping);
      const { keepThread } = await import('./record.js');
      const { direction } = getComputedStyle(this.#host);
      try {
        await keepThread(as, { client, telling, direction, signal });
      } catch (error) {
        // Whoever asked for it has gone.
        if (signal.aborted) return;
        throw error;
      }
      this.#say(view, as === 'print' ? '' : saved);
    });
  }
}

const way = (words: unknown, act: () => void): TemplateResult =>
  html`<button class="button quiet" type="button" @click=${act}>${words}</button>`;
