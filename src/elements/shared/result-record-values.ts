import type { ResultCardBodyWords } from '../../i18n/en/result-card-body.js';
import type { ResultsRecordWords } from '../../i18n/en/results-record.js';
import type { Measurement, ReferenceRange } from '../../model/measurement.js';
import type { Person } from '../../model/person.js';
import type { Correction } from '../../model/result.js';

/** What was found, in words and as the lab wrote it, for paper and files. The unit stands apart. */
export function valueText({ value }: Pick<Measurement, 'value'>, words: ResultCardBodyWords): string {
  if (!value) return words.noValue;
  const { kind, number, comparator, low, high, text, yes, date, reason } = value;
  if (kind === 'absent') return words.absent[reason ?? 'other'];
  if (kind === 'amount' && number !== undefined && comparator !== 'other') return `${comparator ?? ''}${number}`;
  if (kind === 'span' && low !== undefined && high !== undefined) return words.span(low, high);
  if (kind === 'span' && low !== undefined) return words.spanFrom(low);
  if (kind === 'span' && high !== undefined) return words.spanTo(high);
  if (kind === 'yes-no' && yes !== undefined) return yes ? words.yes : words.no;
  if (kind === 'date' && date) return date;
  return ((kind === 'text' || kind === 'ratio') && text?.trim()) || words.unreadable;
}

/** Where it lies, in the lab's words. */
export function flagText({ flag, flagText: own }: Pick<Measurement, 'flag' | 'flagText'>, words: ResultCardBodyWords): string {
  const said = flag ? words.flags[flag] : '';
  return said && own ? words.flagWithText(said, own) : said || own || '';
}

/** What is usual, every range there is, each with whom it is for. */
export function rangesText({ ranges }: Pick<Measurement, 'ranges'>, words: ResultCardBodyWords): string {
  const said = ranges
    .map((range) => {
      const one = rangeText(range, words);
      return one && range.appliesTo ? words.rangeFor(range.appliesTo, one) : one;
    })
    .filter(Boolean)
    .join('; ');
  return said && ranges.length > 1 ? words.severalRanges(said) : said;
}

function rangeText({ low, high, text }: ReferenceRange, words: ResultCardBodyWords): string {
  if (low !== undefined && high !== undefined) return (Number(low) > Number(high) ? words.reversed : words.between)(low, high);
  if (high !== undefined) return words.upTo(high);
  return low !== undefined ? words.orMore(low) : (text ?? '');
}

/** Where the practice would be concerned, by its own marks. Empty: it says nothing of that. */
export function concernText({ concern }: Pick<Measurement, 'concern'>, words: ResultCardBodyWords): string {
  const down = concern?.low !== undefined && words.comparators['<='](concern.low);
  const up = concern?.high !== undefined && words.comparators['>='](concern.high);
  return down && up ? words.or(down, up) : down || up || '';
}

/** How moments and people are written. */
export interface Writing {
  readonly when: (at: string) => string;
  readonly who: (person: Person | undefined) => string;
}

/** What was reported as wrong, and what became of it, a line each. */
export function correctionText(
  { state, wrong, right, reportedBy, reportedAt, note, reviewedBy, reviewedAt }: Correction,
  words: ResultsRecordWords,
  { when, who }: Writing,
): string {
  const reviewed = [who(reviewedBy), reviewedAt && when(reviewedAt)].filter(Boolean).join(', ');
  const lines = [
    words.states[state],
    words.reported(who(reportedBy), when(reportedAt)),
    words.wrong(wrong),
    words.right(right),
    note?.trim() && words.answered(reviewed, note),
  ];
  return lines.filter(Boolean).join('\n');
}
