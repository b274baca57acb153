import { html, nothing, type TemplateResult } from 'lit';
import type { FieldsWords } from '../../../i18n/en/fields.js';
import { note } from '../../../primitives/note.js';
import type { Problem } from './field-problems.js';

/** All that is in the way, in one place that takes the focus (`.problems h3`); each links to where it is put right. */
export function problemSummary(problems: readonly Problem[], words: FieldsWords): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  return html`<div class="problems">
    ${note({
      tone: 'attention',
      title: words.toFix(problems.length),
      actions: html`<ul>
        ${problems.map(
          ({ at, name, text }) => html`<li><a href="#${at}" @click=${focusControl}>${asLabel(name.trim())} ${text}</a></li>`,
        )}
      </ul>`,
    })}
  </div>`;
}

/** A question ends in its own mark; a word gets a colon. */
const asLabel = (name: string): string => (/[\p{L}\p{N})]$/u.test(name) ? `${name}:` : name);

/** A shadow root has no fragments to go to: the link's control is looked for in it, and the page stays where it is. */
function focusControl(event: Event): void {
  const link = event.currentTarget as HTMLAnchorElement;
  event.preventDefault();
  const control = (link.getRootNode() as ShadowRoot).getElementById(link.hash.slice(1));
  (control?.querySelector('input') ?? control)?.focus();
}
