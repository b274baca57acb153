import type { ResultCardBodyWords } from '../../i18n/en/result-card-body.js';
import type { ResultsRecordWords } from '../../i18n/en/results-record.js';
import { formatMoment } from '../../i18n/format.js';
import type { MeasuredAt } from '../../model/measured-at.js';
import type { Measurement } from '../../model/measurement.js';
import type { Person } from '../../model/person.js';
import type { Practice } from '../../model/practice.js';
import type { Result } from '../../model/result.js';
import { nameOf } from './person-words.js';
import type { PaperRecord, RecordEntry } from './record-print.js';
import { concernText, correctionText, flagText, rangesText, valueText } from './result-record-values.js';

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
  const { name, status, takenAt, arrivedAt, orderedBy, laboratory, comments, measurements, report, changed, files, corrections } = result;
  const when = (at: MeasuredAt): string => (at.length > 10 ? formatMoment(at, { lang, zone }) : at);
  // Apart from the rest of its line: a name first in a line does not turn the words after it around.
  const who = (person: Person | undefined): string => nameOf(person, words.somebody);
  const dated = takenAt ? `${words.taken}: ${when(takenAt)}` : arrivedAt ? `${words.arrived}: ${when(arrivedAt)}` : words.noDate;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.status, words.statuses[status]],
    [words.orderedBy, orderedBy?.name],
    [words.laboratory, laboratory],
    ...comments.map(({ text, author }) => [words.comments, author ? `${who(author)}: ${text}` : text] as const),
    ...measurements.map((measurement) => [labelOf(measurement), foundOf(measurement, words, card)] as const),
    [words.files, files.map((file) => file.name).join(', ')],
    ...corrections.map((correction) => [words.corrections, correctionText(correction, words, { when, who })] as const),
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
  const [usual, flag, concern] = [rangesText, flagText, concernText].map((text) => text(measurement, card));
  const value = [valueText(measurement, card), measurement.value?.unit].filter(Boolean).join(' ');
  const marks = [usual && `${words.usual}: ${usual}`, concern && `${words.concern}: ${concern}`];
  return [value, flag, ...marks, measurement.meaning].filter(Boolean).join('. ');
}
