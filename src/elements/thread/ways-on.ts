import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../a11y/announcer.js';
import { settleThread } from '../../client/messages.js';
import type { ElementHost } from '../../controllers/client-controller.js';
import { VisitRequestEvent } from '../../controllers/visit-request-event.js';
import { icon } from '../../primitives/icon.js';
import { alertIcon, checkIcon } from '../../primitives/icons.js';
import { phoneButton } from '../../primitives/phone-link.js';
import { draftPlace } from '../shared/draft-place.js';
import type { ReaderView } from '../shared/reader-view.js';
import { isClosed } from '../shared/whose-turn.js';
import type { KeepAs } from './record.js';
import type { Telling } from './telling.js';
import { type ThreadView, viewKey } from './thread-view.js';

/** A thread of more messages than this is long: a visit may be the quicker way. */
const LONG = 10;

/** What can be done at the end of a thread, beside writing: settle it, book a visit, and keep it on paper or in a file. */
export class WaysOn {
  readonly #host: ElementHost;
  readonly #view: ReaderView<ThreadView>;
  /** What is said of the last thing that was tried, and of whose thread. */
  #said: { readonly of: string; readonly words: string; readonly isProblem?: boolean; readonly isCall?: boolean } | undefined;
  #isBusy = false;

  constructor(host: ElementHost, view: ReaderView<ThreadView>) {
    this.#host = host;
    this.#view = view;
  }

  template(telling: Telling): TemplateResult {
    const { view, text, common } = telling;
    const { thread, me, entries, canSettle, practice } = view;
    const isOpen = !isClosed(thread);
    const canAnswer = canSettle && isOpen && thread.turn === 'patient';
    const isLong = isOpen && me.kind === 'patient' && entries.items.filter(({ type }) => type === 'message').length > LONG;
    const said = this.#said?.of === viewKey(view) ? this.#said : undefined;
    const way = (words: string, act: () => void): TemplateResult =>
      html`<button class="button quiet" type="button" @click=${act}>${words}</button>`;
    return html`<div class="ways">
      ${isLong ? html`<p>${text.long} ${way(text.bookVisit, () => this.#visit(telling))}</p>` : nothing}
      <div class="row">
        ${canAnswer
          ? html`<button class="button quiet" type="button" @click=${() => this.#settle(telling)}>
              ${icon(checkIcon)} ${text.settle}
            </button>`
          : nothing}
        <details part="more">
          <summary>${text.keep}</summary>
          <div class="row">
            ${way(text.print, () => this.#keep('print', telling))} ${way(text.asText, () => this.#keep('text', telling))}
            ${way(text.asData, () => this.#keep('json', telling))}
          </div>
        </details>
      </div>
      ${said?.words
        ? html`<p class=${said.isProblem ? 'state heed' : 'state'}>${said.isProblem ? icon(alertIcon) : nothing}<span>${said.words}</span></p>
            ${said.isCall ? phoneButton(practice?.phone, common.call) : nothing}`
        : nothing}
    </div>`;
  }

  #say({ view }: Telling, words: string, more: { readonly isProblem?: boolean; readonly isCall?: boolean } = {}): void {
    this.#said = { of: viewKey(view), words, ...more };
    announce(words);
    this.#host.requestUpdate();
  }

  /** One thing at a time: what fails says so in words. */
  async #try(telling: Telling, failure: string, act: () => Promise<void>): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      await act();
    } catch {
      this.#say(telling, failure, { isProblem: true });
    }
    this.#isBusy = false;
  }

  #settle(telling: Telling): void {
    const { client } = this.#view;
    const { view, text } = telling;
    void this.#try(telling, text.notSettled, async () => {
      await settleThread(client!, view.thread, { signal: new AbortController().signal });
      this.#say(telling, text.settleDone);
    });
  }

  #visit(telling: Telling): void {
    const { subject, reason, id } = telling.view.thread;
    const { client } = this.#view;
    const readText = () => (client?.reader && client.drafts.get(draftPlace(client.reader, id))) ?? '';
    const event = new VisitRequestEvent({ subject: subject.id, reason: reason?.id, threadId: id }, readText);
    // Nobody took it: the phone is always there.
    if (this.#host.dispatchEvent(event)) this.#say(telling, telling.text.callToBook, { isCall: true });
  }

  #keep(as: KeepAs, telling: Telling): void {
    const { text, view } = telling;
    void this.#try(telling, text.notKept, async () => {
      this.#say(telling, text.keeping);
      const { keepThread } = await import('./record.js');
      await keepThread(as, this.#view.client!, view, telling);
      this.#say(telling, as === 'print' ? '' : text.saved);
    });
  }
}
