import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icon.js';
import { alertIcon } from './icons.js';

/** What a control has to carry so that its label, help and error belong to it. Spread over its attributes by hand. */
export interface Wiring {
  readonly id: string;
  /** For `aria-describedby`. */
  readonly describedBy: string | typeof nothing;
  /** For `aria-invalid`. */
  readonly invalid: 'true' | typeof nothing;
}

/** One question and the place for its answer. */
export interface FieldParts {
  /** Unique in the element. The error is `<id>-error`, the help `<id>-help`. */
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  /** What is wrong, as the way to put it right. */
  readonly error?: string | undefined;
  /** The words that say it may stay empty, where it may. */
  readonly optional?: string | undefined;
  /** Ids of further descriptions, such as the length budget. */
  readonly describedBy?: string | undefined;
  /** Draws the control. */
  control(wiring: Wiring): unknown;
  /** What stands under the control. */
  readonly below?: unknown;
}

/** A label, what helps, what is wrong, and the control, all tied to one another. */
export function field({ id, label, help, error, optional, describedBy, control, below }: FieldParts): TemplateResult {
  return html`<div class="field" part="field">
    <label class="label" for=${id}>${label}${optionalWords(optional)}</label>
    ${helpLine(id, help)} ${errorLine(id, error)}
    ${control({ id, describedBy: descriptions(id, help, error, describedBy), invalid: error ? 'true' : nothing })}
    ${below ?? nothing}
  </div>`;
}

/** The words behind a label that say an answer may be left out. */
export function optionalWords(words: string | undefined): unknown {
  return words ? html` <span class="optional">${words}</span>` : nothing;
}

/** The line that helps with a question, `<id>-help`. */
export function helpLine(id: string, help: string | undefined): unknown {
  return help ? html`<p class="soft small" id="${id}-help">${help}</p>` : nothing;
}

/** The line that says what is wrong, `<id>-error`. */
export function errorLine(id: string, error: string | undefined): unknown {
  return error ? html`<p class="error" id="${id}-error">${icon(alertIcon)}<span>${error}</span></p>` : nothing;
}

/** The ids for `aria-describedby`; the error first, since it is what one has to know. */
export function descriptions(
  id: string,
  help: string | undefined,
  error: string | undefined,
  others?: string,
): string | typeof nothing {
  const ids = [error && `${id}-error`, help && `${id}-help`, others].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : nothing;
}
