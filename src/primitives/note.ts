import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icon.js';
import { alertIcon, checkIcon, infoIcon } from './icons.js';

/** How a note is meant. Red (`urgent`) is for danger to the body and nothing else. */
export type Tone = 'plain' | 'done' | 'attention' | 'urgent';

const MARKS: Record<Tone, string> = { plain: infoIcon, done: checkIcon, attention: alertIcon, urgent: alertIcon };

export interface NoteOptions {
  readonly tone?: Tone;
  readonly title?: unknown;
  readonly text?: unknown;
  /** Takes the place of the tone's own mark. */
  readonly mark?: string;
  /** The way on: buttons and links. */
  readonly actions?: unknown;
}

/** A bar, a mark, a sentence, and a way on. Its part is `notice`. */
export function note({ tone = 'plain', title, text, mark = MARKS[tone], actions }: NoteOptions): TemplateResult {
  return html`<div part="notice" class="note ${tone}">
    ${icon(mark)}
    ${title ? html`<h3 tabindex="-1">${title}</h3>` : nothing} ${text ? html`<p>${text}</p>` : nothing}
    ${actions ? html`<div class="row">${actions}</div>` : nothing}
  </div>`;
}

/** The shape of what is on its way, and after a while the words for it. */
export function waiting(words: string): TemplateResult {
  return html`<div part="notice" class="waiting" tabindex="-1" aria-busy="true">
    <div class="shapes" aria-hidden="true"><span></span><span></span><span></span><span></span><span></span><span></span></div>
    <p class="soft small" role="status">${words}</p>
  </div>`;
}
