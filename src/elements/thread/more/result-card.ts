import { html, type TemplateResult } from 'lit';
import type { ThreadMoreWords } from '../../../i18n/en/thread-more.js';
import type { Card } from '../../../model/card.js';
import type { Message } from '../../../model/message.js';

interface Drawing {
  readonly words: ThreadMoreWords;
  /** What it is called. */
  readonly name: TemplateResult;
  readonly redraw: () => void;
}

/**
 * A result that a message is about: what it is called, and what it says at a press, where the page has the element that
 * shows it. `shown`: what the reader has pressed.
 */
export function resultCard({ result }: Card, { id }: Message, shown: Set<string>, { words, name, redraw }: Drawing): TemplateResult {
  const title = html`<div><p class="soft small">${words.result}</p>${name}</div>`;
  if (!result || !customElements.get('care-result-card')) return title;
  const key = `${id}/${result}`;
  const toggle = ({ currentTarget }: Event): void => {
    const { open } = currentTarget as HTMLDetailsElement;
    if (open === shown.has(key)) return;
    if (open) shown.add(key);
    else shown.delete(key);
    redraw();
  };
  const isShown = shown.has(key);
  return html`${title}
    <details ?open=${isShown} @toggle=${toggle}>
      <summary>${words.showResult}</summary>
      ${isShown ? html`<care-result-card result-id=${result} compact></care-result-card>` : ''}
    </details>`;
}
