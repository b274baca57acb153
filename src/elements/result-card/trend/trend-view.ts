import { html, nothing, type TemplateResult } from 'lit';
import type { ResultCardMoreWords } from '../../../i18n/en/result-card-more.js';
import type { Measurement } from '../../../model/measurement.js';
import { icon } from '../../../primitives/icon.js';
import { downIcon } from '../../../primitives/icons.js';
import { trend } from '../../../primitives/trend.js';
import { placeOf, rangeOf } from '../body/place.js';
import { flagWords } from '../body/place-words.js';
import type { Telling } from '../telling.js';
import { rangeWords, valueWords } from '../body/value-words.js';
import { formatterFor, whenWords } from '../body/when-words.js';
import { chartOf } from './chart.js';
import type { Past } from './history.js';
import { byTime, seriesOf } from './segments.js';

export interface TrendOptions {
  readonly heading: unknown;
  /** Whether the table is to be drawn: it has been opened, or goes on paper. It is most of what a card is made of. */
  readonly isTable: boolean;
  readonly onTable: (event: Event) => void;
}

/** Values over time: drawn where they can be compared, and a table that says all of them. */
export function trendView(
  measurement: Measurement,
  past: Past,
  telling: Telling,
  words: ResultCardMoreWords,
  { heading, isTable, onTable }: TrendOptions,
): TemplateResult | undefined {
  const { items, left, hasMore, unreadable } = past;
  if (items.length < 2) return undefined;
  const { segments, hasOtherUnit } = seriesOf(items, measurement);
  const day = shortDay(telling);
  const values = segments.flatMap(({ points }) => points.map((point) => valueWords(point.measurement, telling.text, telling).said));
  const chart = chartOf(segments, {
    label: words.trendLabel(measurement.name, values.join(', ')),
    day,
    isHere: (point) => point.measurement.result === telling.result.id,
  });
  const notes = [
    chart && hasOtherUnit && words.otherUnit,
    chart && segments.length > 1 && words.broken,
    (left > 0 || hasMore) && words.older(hasMore ? 0 : left),
    unreadable > 0 && words.unreadable(unreadable),
  ].filter(Boolean);
  const shown = notes.length > 0 ? html`<p class="small soft">${notes.join(' ')}</p>` : nothing;
  return html`<figure class="stack close">${heading}${chart ? trend(chart) : nothing}${shown}<details class="figures" @toggle=${onTable}><summary>${chart ? words.asTable : words.tableOnly}${icon(downIcon)}</summary>${isTable ? table(measurement, byTime(items), telling, words) : nothing}</details></figure>`;
}

function table({ name }: Measurement, items: readonly Measurement[], telling: Telling, words: ResultCardMoreWords): TemplateResult {
  const { text, result, lang, practice } = telling;
  const options = { lang, zone: practice?.zone };
  const row = (one: Measurement): TemplateResult => {
    const { said, unit } = valueWords(one, text, options);
    const range = rangeOf(one);
    const usual = range && words.usual(rangeWords(range, text));
    const inWords = [flagWords(one, placeOf(one), text), usual, one.method].filter(Boolean).join(', ');
    return html`<tr>
      <th scope="row">
        ${one.takenAt ? whenWords(one.takenAt, options) : words.dateNotKnown}
        ${one.result === result.id ? html`<span class="soft">(${words.thisOne})</span>` : nothing}
      </th>
      <td><bdi>${said}</bdi> ${unit ? html`<bdi class="soft">${unit}</bdi>` : nothing}</td>
      <td>${inWords}</td>
    </tr>`;
  };
  return html`<table>
    <caption class="said">
      ${name}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.taken}</th>
        <th scope="col">${words.value}</th>
        <th scope="col">${words.inWords}</th>
      </tr>
    </thead>
    <tbody>
      ${items.map(row)}
    </tbody>
  </table>`;
}

/** A day for under a line: `Nov 2026`. The table says it in full. */
function shortDay({ lang, practice }: Telling): (at: string) => string {
  const shape = { month: 'short', year: 'numeric', calendar: 'gregory' } as const;
  return (at) => {
    try {
      return formatterFor(lang, { ...shape, timeZone: at.length > 10 ? practice?.zone : 'UTC' }).format(new Date(at));
    } catch {
      return at.slice(0, 7);
    }
  };
}
