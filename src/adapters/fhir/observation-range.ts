import type { ReferenceRange } from '../../model/measurement.js';
import { boundsText, decimalOf, quantityText, sameUnit } from './observation-value.js';
import { codesOf, labelOf, labelsOf, type Part, partOf, partsOf, present, textOf, wordsOf } from './result-parts.js';

/** What is usual, as the lab gives it. `value` is the quantity it is for: a range in another unit is words, not bounds. */
export function rangesOf(ranges: unknown, value: Part): ReferenceRange[] {
  return partsOf(ranges).map((range) => present({ ...boundsOf(range, value), appliesTo: appliesTo(range) }));
}

function boundsOf({ low: from, high: to, text }: Part, value: Part): ReferenceRange {
  const said = textOf(text);
  const bounds = [from, to].filter((bound) => bound !== undefined && bound !== null).map(partOf);
  const isPlain = bounds.every((bound) => decimalOf(bound.value) && !bound.comparator && sameUnit(bound, value));
  if (isPlain && bounds.length > 0) return { low: decimalOf(partOf(from).value), high: decimalOf(partOf(to).value), text: said };
  return { text: said ?? boundsText(quantityText(from), quantityText(to)) };
}

/** For whom or what it holds: `women`, `18 a – 65 a`, `treatment range`. */
function appliesTo({ type, appliesTo: whom, age }: Part): string | undefined {
  const { low, high } = partOf(age);
  return wordsOf([
    codesOf(type).includes('normal') ? undefined : labelOf(type),
    labelsOf(whom),
    boundsText(quantityText(low), quantityText(high)),
  ]);
}
