import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** A word under the line, or above it, at so many percent. */
export interface LineLabel {
  readonly at: number;
  readonly text: string;
  readonly kind?: 'yours' | 'concern-word';
}

/** What is on a line. Places in percent; nothing is drawn where there is none. */
export interface NumberLine {
  /** Says all that is drawn. */
  readonly label: string;
  readonly value: number;
  readonly isInside: boolean;
  /** It lies farther off: an arrow points there. */
  readonly isFar: boolean;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly concern: readonly number[];
  /** Above it. None where the number stands beside the line. */
  readonly yours?: string | undefined;
  /** Under it, in the order of what matters: of those that would touch, the first stays. */
  readonly below: readonly LineLabel[];
  /** Under those. */
  readonly under?: readonly LineLabel[];
}

// A letter is about 7 px wide, and a line at least 270 px.
const LETTER = 2.6;

/** How a word is held where it stands, so that it does not hang over an end. */
const anchor = (at: number, half: number): 'start' | 'middle' | 'end' => (at < half ? 'start' : at > 100 - half ? 'end' : 'middle');

/** Those that do not touch one before them. */
export function apart(labels: readonly LineLabel[]): readonly LineLabel[] {
  const taken: [number, number][] = [];
  return labels.filter(({ at, text }) => {
    const length = text.replace(/[\u2066-\u2069]/g, '').length * LETTER;
    const held = anchor(at, length / 2);
    const from = held === 'start' ? at : held === 'end' ? at - length : at - length / 2;
    if (taken.some(([start, end]) => from < end + 1 && from + length > start - 1)) return false;
    taken.push([from, from + length]);
    return true;
  });
}

/** A thin line with a band for what is usual, and a mark for the value: a dot inside the band, a diamond outside. */
export function numberLine({ label, value, isInside, isFar, low, high, concern, yours, below, under = [] }: NumberLine): TemplateResult {
  const y = yours === undefined ? 9 : 34;
  const start = low ?? 0;
  const width = Math.max(0, (high ?? 100) - start);
  const word = ({ at, text, kind }: LineLabel, top: number): SVGTemplateResult => {
    const length = text.replace(/[\u2066-\u2069]/g, '').length * LETTER;
    return svg`<text class=${kind ?? nothing} x="${at}%" y=${top} text-anchor=${anchor(at, length / 2)}>${text}</text>`;
  };
  // An arrow beside the diamond, inside the line's end.
  const toEnd = value > 50 ? -1 : 1;
  return html`<svg class="number-line drawn" part="line" height=${y + (under.length > 0 ? 38 : 22)} role="img" aria-label=${label}>
    <line class="track" x1="0" x2="100%" y1=${y} y2=${y} />
    <rect class="range" x="${start}%" y=${y - 6} width="${width}%" height="12" />
    ${width === 0 ? svg`<line class="range-end" x1="${start}%" x2="${start}%" y1=${y - 6} y2=${y + 6} />` : nothing}
    ${concern.map((at) => svg`<line class="concern" x1="${at}%" x2="${at}%" y1=${y - 12} y2=${y + 10} />`)}
    <svg x="${value}%" y=${y} overflow="visible">
      ${isInside
        ? svg`<circle class="marker" r="8" />`
        : svg`<path class="marker" transform=${isFar ? `translate(${toEnd * 20})` : nothing} d="M0-9 9 0 0 9-9 0Z" />`}
      ${isFar ? svg`<path class="far" d="M${toEnd * 8}-5 ${toEnd} 0l${toEnd * 7} 5" />` : nothing}
    </svg>
    ${yours === undefined ? nothing : word({ at: value, text: yours, kind: 'yours' }, 16)}
    ${apart(below).map((one) => word(one, y + 20))} ${apart(under).map((one) => word(one, y + 35))}
  </svg>`;
}
