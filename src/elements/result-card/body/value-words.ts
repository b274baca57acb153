import type { ResultCardBodyWords } from '../../../i18n/en/result-card-body.js';
import type { Measurement, ReferenceRange } from '../../../model/measurement.js';
import { isolated } from '../../shared/person-words.js';
import { whenWords, type WhenOptions } from './when-words.js';

export interface ValueWords {
  /** The value, or in a sentence why there is none. */
  readonly said: string;
  readonly unit?: string | undefined;
  /** It is a sentence, or the lab's own text: it wants room. */
  readonly isLong?: boolean;
}

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A number as the lab wrote it, zeros and all; an exponent as people write it, and no zero below zero. */
export function numberWords(number: string): string {
  const [digits, exponent] = number.replace(/^-(?=0+(\.0*)?(e|$))/i, '').toLowerCase().split('e');
  const raised = exponent?.replace(/^\+?(-?)0*(?=\d)/, '$1').replace('-', '⁻').replace(/\d/g, (digit) => SUPERSCRIPT[Number(digit)]!);
  // Left to right, as the lab's paper: a minus stays before its number.
  return `\u2066${(digits! + (raised ? ` × 10${raised}` : '')).replace('-', '\u2212')}\u2069`;
}

/** What was found. Nothing is rounded, dropped or made up: what cannot be read is said to be so. */
export function valueWords({ value }: Pick<Measurement, 'value'>, text: ResultCardBodyWords, options: WhenOptions): ValueWords {
  const sentence = (said: string): ValueWords => ({ said, isLong: true });
  if (!value) return sentence(text.noValue);
  const { kind, number, comparator, low, high, unit } = value;
  if (kind === 'absent') return sentence(text.absent[value.reason ?? 'other']);
  if (kind === 'amount' && number !== undefined) {
    if (!comparator) return { said: numberWords(number), unit };
    // "Less than 0.01" without its "less than" would be another value.
    if (comparator !== 'other') return { said: text.comparators[comparator](numberWords(number)), unit };
  } else if (kind === 'span' && (low ?? high) !== undefined) {
    if (low !== undefined && high !== undefined) return { said: text.span(numberWords(low), numberWords(high)), unit };
    return low !== undefined ? { said: text.spanFrom(numberWords(low)), unit } : { said: text.spanTo(numberWords(high!)), unit };
  } else if (kind === 'date' && value.date) return { said: whenWords(value.date, options) };
  else if (kind === 'yes-no' && value.yes !== undefined) return { said: value.yes ? text.yes : text.no };
  else if ((kind === 'text' || kind === 'ratio') && value.text?.trim()) {
    return { said: value.text, isLong: value.text.length > 14 };
  }
  return sentence(text.unreadable);
}

/** A bound or both of a range that can be used: `7 to 40`, `up to 200`. Nothing for one that cannot. */
export function rangeWords({ low, high, text: said }: ReferenceRange, text: ResultCardBodyWords): string {
  if (low !== undefined && high !== undefined) return text.between(numberWords(low), numberWords(high));
  if (high !== undefined) return text.upTo(numberWords(high));
  if (low !== undefined) return text.orMore(numberWords(low));
  return said?.trim() ? isolated(said) : '';
}

/** What the lab's ranges say, in a sentence: none, one, several, or one that cannot be right. */
export function rangesWords({ ranges }: Pick<Measurement, 'ranges'>, text: ResultCardBodyWords): string {
  const [range] = ranges;
  if (!range) return text.noRange;
  const withWhom = (one: ReferenceRange): string => {
    const words = rangeWords(one, text);
    return words && one.appliesTo ? text.rangeFor(isolated(one.appliesTo), words) : words;
  };
  if (ranges.length > 1) {
    const known = ranges.map(withWhom).filter(Boolean);
    return known.length > 0 ? text.severalRanges(known.join('; ')) : text.unreadableRange;
  }
  if (isReversed(range)) return text.reversed(numberWords(range.low!), numberWords(range.high!));
  return withWhom(range) ? text.usualIs(withWhom(range)) : text.unreadableRange;
}

/** A range from more to less. */
export const isReversed = ({ low, high }: ReferenceRange): boolean =>
  low !== undefined && high !== undefined && Number(low) > Number(high);

/** Where the practice would be concerned: `80 or more`. Empty where it says nothing of that. */
export function concernWords({ concern }: Pick<Measurement, 'concern'>, text: ResultCardBodyWords): string {
  const down = concern?.low !== undefined && text.comparators['<='](numberWords(concern.low));
  const up = concern?.high !== undefined && text.comparators['>='](numberWords(concern.high));
  return down && up ? text.or(down, up) : down || up || '';
}
