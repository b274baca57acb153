import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy } from './choice-templates.js';
import type { FieldsView } from './fields-view.js';

export interface TextArea extends Pick<FieldsView, 'spellcheck'> {
  readonly id: string;
  readonly value: string;
  readonly required: boolean;
  readonly problem: string | undefined;
  readonly help?: string | undefined;
  /** Whether it is longer than it may be. */
  readonly over?: boolean;
  /** The ids of what else describes it. */
  readonly more?: readonly string[];
  readonly write: (text: string) => void;
}

/** A place for more than a line. Never a `maxlength`: it would cut what somebody pastes, without a word. */
export function textArea({ id, value, required, problem, help, over = false, more = [], spellcheck, write }: TextArea): TemplateResult {
  return html`<textarea
    id=${id}
    .value=${live(value)}
    autocomplete="off"
    spellcheck=${spellcheck}
    writingsuggestions="false"
    aria-required=${required ? 'true' : nothing}
    aria-invalid=${problem || over ? 'true' : nothing}
    aria-describedby=${describedBy(id, { help, problem }, ...more)}
    @input=${({ target }: Event) => write((target as HTMLTextAreaElement).value)}
  ></textarea>`;
}

/** A question, and whether it may stay without an answer. */
export function labelled(label: unknown, required: boolean, optional: string): TemplateResult {
  return html`${label}${required ? nothing : html` <span class="soft small">${optional}</span>`}`;
}
