import type { TemplateResult } from 'lit';
import { drawing, em, shape, type Shape } from './drawing.js';

/** A word under the line, or above it, at so many percent. */
export interface LineLabel {
  readonly at: number;
  readonly text: string;
  readonly kind?: 'yours' | 'concern-word';
  /** It has no room where letters are large for their line. */
  readonly isRoomy?: boolean;
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

// A letter is about 7 px wide, and a line at least 270 px; or, with larger letters, half as many of them.
const LETTER = 2.6;

const lengthOf = (text: string): number => text.replace(/[\u2066-\u2069]/g, '').length * LETTER;

/** How a word is held where it stands, so that it does not hang over an end. */
const anchor = (at: number, half: number): 'start' | 'middle' | 'end' => (at < half ? 'start' : at > 100 - half ? 'end' : 'middle');

/** Those that do not touch one before them; and which of these would, were letters twice as large. */
export function apart<Label extends LineLabel>(labels: readonly Label[]): readonly Label[] {
  const narrow = clear(labels, 2);
  return clear(labels, 1).map((label) => (narrow.includes(label) ? label : { ...label, isRoomy: true }));
}

function clear<Label extends LineLabel>(labels: readonly Label[], size: number): readonly Label[] {
  const taken: [number, number][] = [];
  return labels.filter(({ at, text }) => {
    const length = lengthOf(text) * size;
    const held = anchor(at, length / 2);
    const from = held === 'start' ? at : held === 'end' ? at - length : at - length / 2;
    if (taken.some(([start, end]) => from < end + 1 && from + length > start - 1)) return false;
    taken.push([from, from + length]);
    return true;
  });
}

/** A word of a drawing. */
export function word({ text, kind, isRoomy }: LineLabel, x: string, y: string, held: 'start' | 'middle' | 'end'): Shape {
  return shape('text', { class: `${kind ?? ''} ${isRoomy ? 'roomy' : ''}`, x, y, 'text-anchor': held }, text);
}

/** A mark for a value: a dot inside what is usual, a diamond outside. It grows with the text. */
export function marker(x: number, y: string, isInside: boolean, ...beside: readonly Shape[]): Shape {
  const mark = isInside ? shape('circle', { class: 'marker', r: 7.5 }) : shape('path', { class: 'marker', d: 'M0-9 9 0 0 9-9 0Z' });
  const place = { x: `${x}%`, y, width: '1em', height: '1em', viewBox: '0 0 13 13', overflow: 'visible' };
  return shape('svg', place, ...(beside.length > 0 ? beside : [mark]));
}

/** A thin line with a band for what is usual, and a mark for the value. */
export function numberLine({ label, value, isInside, isFar, low, high, concern, yours, below, under = [] }: NumberLine): TemplateResult {
  const y = yours === undefined ? 9 : 34;
  const start = low ?? 0;
  const width = Math.max(0, (high ?? 100) - start);
  const upright = (name: string, at: number, from: number, to: number): Shape =>
    shape('line', { class: name, x1: `${at}%`, x2: `${at}%`, y1: em(y + from), y2: em(y + to) });
  const words = (labels: readonly LineLabel[], top: number): readonly Shape[] =>
    apart(labels).map((one) => word(one, `${one.at}%`, em(top), anchor(one.at, lengthOf(one.text) / 2)));
  // An arrow beside the diamond, inside the line's end.
  const toEnd = value > 50 ? -1 : 1;
  const far: readonly Shape[] = [
    shape('path', { class: 'marker', transform: `translate(${toEnd * 20})`, d: 'M0-9 9 0 0 9-9 0Z' }),
    shape('path', { class: 'far', d: `M${toEnd * 8}-5 ${toEnd} 0l${toEnd * 7} 5` }),
  ];
  return drawing({
    name: 'line',
    label,
    height: y + (under.length > 0 ? 38 : 22),
    shapes: [
      shape('line', { class: 'track', x1: 0, x2: '100%', y1: em(y), y2: em(y) }),
      shape('rect', { class: 'range', x: `${start}%`, y: em(y - 6), width: `${width}%`, height: em(12) }),
      ...(width === 0 ? [upright('range-end', start, -6, 6)] : []),
      ...concern.map((at) => upright('concern', at, -12, 10)),
      marker(value, em(y), isInside, ...(isFar ? far : [])),
      // In letters of another size.
      ...(yours === undefined ? [] : [word({ at: value, text: yours, kind: 'yours' }, `${value}%`, em(16, 15), anchor(value, lengthOf(yours) / 2))]),
      ...words(below, y + 20),
      ...words(under, y + 35),
    ],
  });
}
