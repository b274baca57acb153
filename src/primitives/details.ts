import { html, type TemplateResult } from 'lit';
import { icon } from './icon.js';
import { downIcon, infoIcon } from './icons.js';

/** One line that opens and shows the rest. @param mark takes the place of the i. */
export function details(summary: string, content: unknown, mark: string = infoIcon): TemplateResult {
  return html`<details class="details">
    <summary>${icon(mark)}<span>${summary}</span>${icon(downIcon)}</summary>
    <div>${content}</div>
  </details>`;
}
