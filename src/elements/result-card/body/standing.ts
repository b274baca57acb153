import type { Telling } from '../telling.js';
import { dayWords, whenWords } from './when-words.js';

/** When it was taken, and how final it is. */
export function standing({ result, text, lang, practice }: Telling): string {
  const options = { lang, zone: practice?.zone };
  const { takenAt, arrivedAt, status, changedAt } = result;
  const taken = takenAt && text.taken(whenWords(takenAt, options));
  const arrived = arrivedAt && text.arrived(dayWords(arrivedAt, options));
  return `${taken ?? arrived ?? text.noDate} ${text.statuses[status](changedAt ? dayWords(changedAt, options) : '')}`;
}
