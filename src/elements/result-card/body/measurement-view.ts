import { html, nothing, type TemplateResult } from 'lit';
import type { Measurement } from '../../../model/measurement.js';
import { icon } from '../../../primitives/icon.js';
import { alertIcon, checkIcon, sendIcon } from '../../../primitives/icons.js';
import { apart, type LineLabel, numberLine } from '../../../primitives/number-line.js';
import { type Place, placeOf } from './place.js';
import { flagWords, placeWords } from './place-words.js';
import type { Telling } from '../telling.js';
import { concernWords, numberWords, valueWords } from './value-words.js';

/** One measurement alone: its value large, its line, and what that means in a sentence. */
export function single(measurement: Measurement, telling: Telling): TemplateResult {
  const place = placeOf(measurement);
  const { name, meaning } = measurement;
  const own = name.trim() && !telling.result.name.includes(name.trim());
  return html`<div class="stack near">${own ? html`<h4><bdi>${name}</bdi></h4>` : nothing}<div class="row baseline">${valueOf(measurement, telling, 'value')}${
    flagOf(measurement, place, telling)
  }</div>${place ? lineOf(measurement, place, telling, true).line : nothing}${sentence(placeWords(measurement, place, telling.text))}${
    meaning ? html`<p class="words">${meaning}</p>` : nothing
  }</div>`;
}

/** Several, as rows; those of one group under its name. `below` draws what else there is of one. */
export function panel(
  measurements: readonly Measurement[],
  telling: Telling,
  below: (measurement: Measurement) => unknown,
): TemplateResult {
  return html`<ul class="panel">
    ${measurements.map((measurement, index) => {
      const { group } = measurement;
      const isFirst = group?.trim() && group !== measurements[index - 1]?.group && group !== telling.result.name;
      return html`${isFirst ? html`<li class="group"><h4><bdi>${group}</bdi></h4></li>` : nothing}${row(measurement, telling, below(measurement))}`;
    })}
  </ul>`;
}

function row(measurement: Measurement, telling: Telling, below: unknown): TemplateResult {
  const place = placeOf(measurement);
  const { name, meaning } = measurement;
  const drawn = place && lineOf(measurement, place, telling, false);
  // What found no room at the line is said under it.
  const said = !drawn || !drawn.isWhole ? placeWords(measurement, place, telling.text) : '';
  const isWordy = valueWords(measurement, telling.text, zoned(telling)).isLong;
  const where = html`<div class="where">${drawn?.line ?? nothing}${sentence(said)}${meaning ? html`<p class="small words">${meaning}</p>` : nothing}</div>`;
  return html`<li class=${isWordy ? 'wordy' : nothing}><span><bdi>${name.trim() || telling.text.untitled}</bdi></span>${valueOf(measurement, telling, 'amount')}${where}${
    flagOf(measurement, place, telling)
  }${below}</li>`;
}

const sentence = (words: string): TemplateResult | typeof nothing =>
  words ? html`<p class="small soft where-words">${words}</p>` : nothing;

const zoned = ({ lang, practice }: Telling) => ({ lang, zone: practice?.zone });

function valueOf(measurement: Measurement, telling: Telling, role: 'value' | 'amount'): TemplateResult {
  const { said, unit, isLong } = valueWords(measurement, telling.text, zoned(telling));
  const inUnit = unit?.trim() ? html` <span class="unit"><bdi>${unit}</bdi></span>` : nothing;
  return html`<span class="${role} ${isLong ? 'long' : ''}" part="value"><bdi>${said}</bdi>${inUnit}</span>`;
}

function flagOf(measurement: Measurement, place: Place | undefined, { text }: Telling): TemplateResult | typeof nothing {
  const words = flagWords(measurement, place, text);
  if (!words) return nothing;
  const { flag } = measurement;
  if (!flag || flag === 'other') return html`<span class="flag" part="flag">${words}</span>`;
  const mark = flag === 'usual' ? checkIcon : flag.startsWith('un', flag.indexOf('-') + 1) ? alertIcon : sendIcon;
  const turned = flag.endsWith('low') ? 'down' : '';
  return html`<span class="flag ${flag === 'usual' ? 'within' : 'heed'} ${turned}" part="flag">${icon(mark)} ${words}</span>`;
}

/** The line of a value, and whether all that belongs to it found room there. */
function lineOf(
  measurement: Measurement,
  place: Place,
  { text }: Telling,
  isLarge: boolean,
): { readonly line: TemplateResult; readonly isWhole: boolean } {
  const [range] = measurement.ranges;
  const label = (at: number | undefined, number: string | undefined, kind?: LineLabel['kind']): LineLabel | undefined =>
    at === undefined || number === undefined ? undefined : { at, text: numberWords(number), ...(kind && { kind }) };
  const bounds = [label(place.low, range?.low), label(place.high, range?.high)].filter((one) => one !== undefined);
  // The nearest bound matters most.
  bounds.sort((one, other) => Math.abs(one.at - place.value) - Math.abs(other.at - place.value));
  const marks = [
    label(place.concernLow, measurement.concern?.low, 'concern-word'),
    label(place.concernHigh, measurement.concern?.high, 'concern-word'),
  ].filter((one) => one !== undefined);
  const middle = ((place.low ?? 0) + (place.high ?? 100)) / 2;
  const needed = [...bounds, ...marks];
  const said = valueWords(measurement, text, { lang: 'en' }).said;
  const line = numberLine({
    label: [text.yours(said), placeWords(measurement, place, text)].join(' '),
    value: place.value,
    isInside: place.where === 'inside',
    isFar: place.isFar,
    low: place.low,
    high: place.high,
    concern: [place.concernLow, place.concernHigh].filter((at) => at !== undefined),
    yours: isLarge ? said : undefined,
    below: [...needed, { at: middle, text: text.usual }],
    under: isLarge ? marks.map(({ at }) => ({ at, text: text.concern, kind: 'concern-word' })) : [],
  });
  const isOdd = place.isFar || concernWords(measurement, text) !== '' || range?.appliesTo !== undefined;
  return { line, isWhole: !isOdd && apart(needed).length === needed.length };
}
