import { html, nothing, type TemplateResult } from 'lit';

/** One place on the way from person to person. */
export interface Stop {
  /** Who, or for the last one by when. */
  readonly who: string;
  /** What they did or will do: "front desk, reads first". */
  readonly what: string;
  readonly state: 'past' | 'now' | 'later' | 'due';
}

/** The one figure we draw: a thin line with a mark for everyone who has had it, has it, or gets it. */
export function handoverLine(label: string, stops: readonly (Stop | undefined)[]): TemplateResult {
  return html`<ol class="handover" part="handover" aria-label=${label}>
    ${stops.map(
      (stop) => stop && html`<li class=${stop.state} aria-current=${stop.state === 'now' ? 'step' : nothing}>
        <b>${stop.who}</b> <span>${stop.what}</span>
      </li>`,
    )}
  </ol>`;
}
