import { html, type TemplateResult } from 'lit';

/** A mark beside words, never instead of them. `turns` is for arrows, which point the other way in right-to-left. */
export function icon(path: string, { turns = false } = {}): TemplateResult {
  return html`<svg class=${turns ? 'icon turns' : 'icon'} viewBox="0 0 20 20" aria-hidden="true"><path d=${path} /></svg>`;
}
