import type { ResultCardBodyWords } from '../../i18n/en/result-card-body.js';
import type { ResultsRecordWords } from '../../i18n/en/results-record.js';
import type { Result } from '../../model/result.js';
import { concernText, correctionText, flagText, rangesText, valueText, type Writing } from './result-record-values.js';

/** What a spreadsheet would take for a formula, were it not text. */
const FORMULA = /^[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/;
const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/**
 * Results as comma-separated values (RFC 4180), a row for each measurement, with a mark at the beginning by which
 * spreadsheets know the encoding. What would be taken for a formula is led by an apostrophe.
 */
export function tableOf(results: readonly Result[], words: ResultsRecordWords, card: ResultCardBodyWords): string {
  const { result, kind, status, taken, arrived, orderedBy, laboratory, group, test, value, unit, flag } = words;
  const { usual, concern, method, meaning, comments, report, changed, corrections } = words;
  const head = [
    ...[result, kind, status, taken, arrived, orderedBy, laboratory, group, test, value, unit, flag],
    ...[usual, concern, method, meaning, comments, report, changed, corrections],
  ];
  const rows = results.flatMap((one) => rowsOf(one, words, card));
  return `\uFEFF${[head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function rowsOf(result: Result, words: ResultsRecordWords, card: ResultCardBodyWords): string[][] {
  const { name, kind, status, takenAt, arrivedAt, orderedBy, laboratory, measurements } = result;
  const which = [name, kind?.label, words.statuses[status], takenAt, arrivedAt, orderedBy?.name, laboratory];
  // Said once, in its first row.
  const comments = result.comments.map(({ text, author }) => (author ? `${author.name}: ${text}` : text)).join('\n\n');
  const writing: Writing = { when: (at) => at, who: (person) => person?.name || words.somebody };
  const corrections = result.corrections.map((one) => correctionText(one, words, writing)).join('\n\n');
  const said = [comments, result.report, result.changed, corrections];
  const found = measurements.map((measurement) => {
    const { group, value, method, meaning } = measurement;
    const [flag, ranges, concern] = [flagText, rangesText, concernText].map((text) => text(measurement, card));
    return [group, measurement.name, valueText(measurement, card), value?.unit, flag, ranges, concern, method, meaning];
  });
  const rows = found.length > 0 ? found : [Array<string>(9).fill('')];
  return rows.map((row, place) => [...which, ...row, ...said.map((text) => (place === 0 ? text : ''))].map((text) => text ?? ''));
}

function cell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
