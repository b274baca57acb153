import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { announce } from '../../../a11y/announcer.js';
import { openAttachment } from '../../../client/attachments.js';
import type { Client } from '../../../client/client.js';
import type { ResultCardMoreWords } from '../../../i18n/en/result-card-more.js';
import type { Attachment, AttachmentId } from '../../../model/attachment.js';
import { isolated } from '../../shared/person-words.js';
import { fileName, type SafeFile, safeFile } from './file-kind.js';

interface Ready extends SafeFile {
  readonly url: string;
}

/** The files of a result: fetched when asked for, looked at, and given out as what they are. */
export class Files {
  readonly #host: ReactiveElement;
  readonly #client: () => Client | undefined;
  readonly #known = new Map<AttachmentId, 'getting' | 'failed' | Ready>();
  #reader: string | undefined;

  constructor(host: ReactiveElement, client: () => Client | undefined) {
    this.#host = host;
    this.#client = client;
    host.addController({
      // What was fetched for one reader is not there for the next.
      hostUpdate: () => {
        const reader = client()?.reader;
        if (reader !== this.#reader) this.#forget();
        this.#reader = reader;
      },
      hostDisconnected: () => this.#forget(),
    });
  }

  template(files: readonly Attachment[], words: ResultCardMoreWords): TemplateResult | typeof nothing {
    if (files.length === 0) return nothing;
    return html`<div class="stack close">
      <h4>${words.files}</h4>
      <ul class="files">
        ${files.map((file) => html`<li part="file">${this.#file(file, words)}</li>`)}
      </ul>
    </div>`;
  }

  #file(file: Attachment, words: ResultCardMoreWords): TemplateResult {
    const state = this.#known.get(file.id);
    const name = isolated(fileName(file.name) || words.aFile);
    if (typeof state === 'object') {
      const { canOpen, url } = state;
      const ready = isolated(state.name);
      return html`<p class="small" role="status">${canOpen ? nothing : words.unknownFile}</p>
        ${canOpen
          ? html`<a class="button" href=${url} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">${words.openFile(ready)}</a>`
          : nothing}
        <a class="button" href=${url} download=${state.name} rel="noopener noreferrer">${words.saveFile(ready)}</a>`;
    }
    return html`<p class="small" role="status">${state === 'failed' ? words.fileFailed(name) : nothing}</p>
      <button
        class="button"
        type="button"
        aria-disabled=${state === 'getting' ? 'true' : nothing}
        @click=${(event: Event) => void this.#get(file, words, (event.currentTarget as Element).parentElement!)}
      >
        ${state === 'getting' ? words.gettingFile(name) : words.getFile(name)}
      </button>`;
  }

  async #get({ id, name }: Attachment, words: ResultCardMoreWords, item: Element): Promise<void> {
    const client = this.#client();
    if (!client || this.#known.get(id) === 'getting') return;
    const { reader } = client;
    this.#set(id, 'getting');
    try {
      const blob = await openAttachment(client, id, { signal: new AbortController().signal });
      const file = await safeFile(blob, name);
      if (client.reader !== reader || !this.#host.isConnected) return void this.#known.delete(id);
      this.#set(id, { ...file, url: URL.createObjectURL(file.blob) });
      announce(words.fileReady(isolated(file.name)));
      await this.#host.updateComplete;
      const link = item.querySelector<HTMLElement>('a');
      link?.focus();
      // Where the browser takes this for an advertisement and blocks it, the link is there.
      if (file.canOpen) link?.click();
    } catch {
      if (client.reader === reader) this.#set(id, 'failed');
    }
  }

  #set(id: AttachmentId, state: 'getting' | 'failed' | Ready): void {
    this.#known.set(id, state);
    this.#host.requestUpdate();
  }

  #forget(): void {
    for (const state of this.#known.values()) if (typeof state === 'object') URL.revokeObjectURL(state.url);
    this.#known.clear();
  }
}
