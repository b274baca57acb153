import { html, nothing, type TemplateResult } from 'lit';
import type { ContactFormWords } from '../../i18n/en/contact-form.js';
import type { Reason } from '../../model/reason.js';
import { note } from '../../primitives/note.js';
import { fieldsOf } from './contact-draft.js';
import { controlId } from './form-view.js';
import { type Problem, placeOf } from './problems.js';

/** All that is in the way, in one place that takes the focus; each links to where it is put right. */
export function problemSummary(
  problems: readonly Problem[],
  words: ContactFormWords,
  reason: Reason | undefined,
): TemplateResult | typeof nothing {
  if (problems.length === 0 || !reason) return nothing;
  return html`<div class="problems" @click=${focusProblem}>
    ${note({
      tone: 'attention',
      title: words.toFix(problems.length),
      actions: html`<ul>
        ${problems.map(({ at, text }) => {
          const name = nameOfControl(at, reason, words).trim();
          const between = /[\p{L}\p{N})]$/u.test(name) ? ': ' : ' ';
          return html`<li><a href="#${controlOf(at, reason)}">${name}${between}${text}</a></li>`;
        })}
      </ul>`,
    })}
  </div>`;
}

function controlOf(at: string, reason: Reason): string {
  const place = fieldsOf(reason).findIndex((field) => placeOf(field) === at);
  return controlId(place >= 0 ? place : at === 'subject' ? 'subject' : 'body');
}

function nameOfControl(at: string, reason: Reason, words: ContactFormWords): string {
  if (at === 'subject') return words.whoIsItFor;
  return fieldsOf(reason).find((field) => placeOf(field) === at)?.label ?? (reason.prompt || words.prompt);
}

/** A shadow root has no fragments to go to: the link's control is looked for in it, and the page stays where it is. */
function focusProblem(event: Event): void {
  const link = (event.target as Element).closest('a');
  if (!link) return;
  event.preventDefault();
  const control = (link.getRootNode() as ShadowRoot).getElementById(link.hash.slice(1));
  (control?.querySelector('input') ?? control)?.focus();
}
