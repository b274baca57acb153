import type { ResultCardBodyWords } from '../../i18n/en/result-card-body.js';
import type { ResultsRecordWords } from '../../i18n/en/results-record.js';
import { formatMoment } from '../../i18n/format.js';
import type { MeasuredAt } from '../../model/measured-at.js';
import type { Measurement } from '../../model/measurement.js';
import type { Person } from '../../model/person.js';
import type { Practice } from '../../model/practice.js';
import type { Result } from '../../model/result.js';
import type { PaperRecord, RecordEntry } from './record-print.js';
import { flagText, rangesText, valueText } from './result-record-values.js';

/** What is kept, and what is not among it. */
export interface KeptResults {
  readonly results: readonly Result[];
  /** How many are covered, and left out. */
  readonly leftOut: number;
  /** How many could not be read. */
  readonly unreadable: number;
  /** Whose they are. */
  readonly person: Pick<Person, 'id' | 'name'> | undefined;
  readonly practice: Practice | undefined;
}

export interface PaperOptions {
  readonly words: ResultsRecordWords;
  readonly card: ResultCardBodyWords;
  readonly lang: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Results as they stand on paper, for whoever it is given to. */
export function paperOf({ results, leftOut, unreadable, person, practice }: KeptResults, options: PaperOptions): PaperRecord {
  const { words, lang, now } = options;
  const facts: readonly (readonly [string, string | false | undefined])[] = [
    [words.about, person?.name],
    [words.practice, practice?.name ?? results[0]?.practice.name],
    [words.printed, formatMoment(new Date(now).toISOString(), { lang, zone: practice?.zone })],
    ['', leftOut > 0 && words.leftOut(leftOut)],
    ['', unreadable > 0 && words.unreadable(unreadable)],
  ];
  return {
    title: words.title,
    facts: facts.filter((fact): fact is readonly [string, string] => Boolean(fact[1])),
    entries: results.map((result) => entryOf(result, practice?.zone, options)),
  };
}

function entryOf(result: Result, zone: string | undefined, { words, card, lang }: PaperOptions): RecordEntry {
  const { name, status, takenAt, arrivedAt, orderedBy, laboratory, comments, measurements, report, changed, files } = result;
  const when = (at: MeasuredAt): string => (at.length > 10 ? formatMoment(at, { lang, zone }) : at);
  const dated = takenAt ? `${words.taken}: ${when(takenAt)}` : arrivedAt ? `${words.arrived}: ${when(arrivedAt)}` : words.noDate;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.status, words.statuses[status]],
    [words.orderedBy, orderedBy?.name],
    [words.laboratory, laboratory],
    ...comments.map(({ text, author }) => [words.comments, author ? `${author.name}: ${text}` : text] as const),
    ...measurements.map((measurement) => [labelOf(measurement), foundOf(measurement, words, card)] as const),
    [words.files, files.map((file) => file.name).join(', ')],
  ];
  return {
    who: name.trim() || words.untitled,
    when: dated,
    facts: facts.filter((fact): fact is readonly [string, string] => Boolean(fact[1])),
    paragraphs: [...(report ? [report] : []), ...(changed ? [card.changed(changed)] : [])],
  };
}

const labelOf = ({ group, name }: Measurement): string => [group, name].filter(Boolean).join(', ');

function foundOf(measurement: Measurement, words: ResultsRecordWords, card: ResultCardBodyWords): string {
  const [usual, flag] = [rangesText(measurement, card), flagText(measurement, card)];
  const value = [valueText(measurement, card), measurement.value?.unit].filter(Boolean).join(' ');
  return [value, flag, usual && `${words.usual}: ${usual}`, measurement.meaning].filter(Boolean).join('. ');
}
