import type { ResultCardWords } from '../../../i18n/en/result-card.js';
import type { ResultsRecordWords } from '../../../i18n/en/results-record.js';
import { formatMoment } from '../../../i18n/format.js';
import type { MeasuredAt } from '../../../model/measured-at.js';
import type { Measurement } from '../../../model/measurement.js';
import type { Result } from '../../../model/result.js';
import type { PaperRecord, RecordEntry } from '../../shared/record-print.js';
import type { ResultsView } from '../results-view.js';
import { flagText, rangesText, valueText } from './record-values.js';

export interface PaperOptions {
  readonly words: ResultsRecordWords;
  readonly card: ResultCardWords;
  readonly lang: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** How many results are covered, and not among these. */
  readonly leftOut: number;
}

/** Results as they stand on paper, for whoever it is given to. */
export function paperOf(results: readonly Result[], view: ResultsView, options: PaperOptions): PaperRecord {
  const { words, lang, now, leftOut } = options;
  const { practice, subjects, subject, results: list } = view;
  const person = subjects.find(({ id }) => id === subject) ?? results[0]?.subject;
  const facts: readonly (readonly [string, string | false | undefined])[] = [
    [words.about, person?.name],
    [words.practice, practice?.name ?? results[0]?.practice.name],
    [words.printed, formatMoment(new Date(now).toISOString(), { lang, zone: practice?.zone })],
    ['', leftOut > 0 && words.leftOut(leftOut)],
    ['', list.unreadable > 0 && words.unreadable(list.unreadable)],
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
  const dated = takenAt ? `${words.taken}: ${when(takenAt)}` : arrivedAt ? `${words.arrived}: ${when(arrivedAt)}` : card.noDate;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.status, words.statuses[status]],
    [words.orderedBy, orderedBy?.name],
    [words.laboratory, laboratory],
    ...measurements.map((measurement) => [labelOf(measurement), foundOf(measurement, words, card)] as const),
    [words.files, files.map((file) => file.name).join(', ')],
  ];
  const said = comments.map(({ text, author }) => (author ? `${author.name}: ${text}` : text));
  return {
    who: name.trim() || card.untitled,
    when: dated,
    facts: facts.filter((fact): fact is readonly [string, string] => Boolean(fact[1])),
    paragraphs: [...said, ...(report ? [report] : []), ...(changed ? [card.changed(changed)] : [])],
  };
}

const labelOf = ({ group, name }: Measurement): string => [group, name].filter(Boolean).join(', ');

function foundOf(measurement: Measurement, words: ResultsRecordWords, card: ResultCardWords): string {
  const [usual, flag] = [rangesText(measurement, card), flagText(measurement, card)];
  const value = [valueText(measurement, card), measurement.value?.unit].filter(Boolean).join(' ');
  return [value, flag, usual && `${words.usual}: ${usual}`, measurement.meaning].filter(Boolean).join('. ');
}
