import { html, nothing, type TemplateResult } from 'lit';

/** A mark on the line: who, and what they do. */
export interface Station {
  readonly who: string;
  readonly what: string;
  /** Where it is: gone by, here, to come, or the time by which there is an answer. */
  readonly when: 'past' | 'now' | 'later' | 'due';
}

/** The way of a message, as a line with marks on it. Each mark says in words what it shows. */
export function handoverLine(label: string, stations: readonly (Station | undefined)[]): TemplateResult {
  return html`<ol class="handover" part="handover" aria-label=${label}>
    ${stations.map((station) =>
      station ? html`<li class=${station.when}><b>${station.who}</b> <span>${station.what}</span></li>` : nothing,
    )}
  </ol>`;
}
