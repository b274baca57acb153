import type { ResultCardBodyWords } from '../../../i18n/en/result-card-body.js';
import type { Measurement } from '../../../model/measurement.js';
import { isolated } from '../../shared/person-words.js';
import { exactly, type Place, rangeOf } from './place.js';
import { concernWords, rangesWords, rangeWords } from './value-words.js';

/** What the lab says of a value; what it says in a word of its own comes along. Empty: it says nothing, and nor do we. */
export function flagWords({ flag, flagText }: Measurement, place: Place | undefined, text: ResultCardBodyWords): string {
  // "A little" is the practice's to say: its mark lies farther out.
  const isLittle = place?.isConcern === false && place.where === (flag === 'high' ? 'above' : 'below');
  const words = flag && (isLittle && (flag === 'low' || flag === 'high') ? text.aLittle[flag] : text.flags[flag]);
  const own = flagText?.trim() && isolated(flagText);
  return words && own ? text.flagWithText(words, own) : (words ?? own ?? '');
}

/** Where a value lies, or why nobody can say so. */
export function placeWords(measurement: Measurement, place: Place | undefined, text: ResultCardBodyWords): string {
  const { flag, value } = measurement;
  const concern = concernWords(measurement, text);
  const also = concern && text.concernAt(concern);
  if (!place) {
    const isNumber = exactly(measurement) !== undefined || value?.comparator !== undefined || value?.kind === 'span';
    const says = isNumber || measurement.ranges.length > 0;
    return [says && rangesWords(measurement, text), also].filter(Boolean).join(' ');
  }
  const { where, isConcern, isFar } = place;
  const range = rangeOf(measurement)!;
  const whom = range.appliesTo?.trim() && isolated(range.appliesTo);
  const said = whom ? text.rangeFor(whom, rangeWords(range, text)) : rangeWords(range, text);
  const mark = isConcern === undefined ? '' : (isConcern ? text.reached : text.notYet)(concern);
  // The lab knows more than its range: what it says of a value stands, and so does the range.
  const isOdd = flag && flag !== 'other' && (flag === 'usual') !== (where === 'inside');
  return [
    `${text.places[where](said)}${mark}.`,
    isConcern === undefined && also,
    isOdd && text.flagStands(text.flags[flag]),
    isFar && text.farOff,
  ]
    .filter(Boolean)
    .join(' ');
}
