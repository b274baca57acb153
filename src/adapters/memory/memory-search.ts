import type { ThreadFilter } from '../../adapter/ports/messages.js';
import { textLength } from '../../model/text-length.js';
import type { Session } from '../../model/session.js';
import { wrongAt } from './memory-text.js';
import { isOver, isStaff, SIGNS_LABEL, type ThreadRecord } from './thread-record.js';

const LONGEST_SEARCH = 200;

/** A test of whether a thread meets every condition of a filter, for one reader. */
export function matcher({ text, reason, person, practice, state }: ThreadFilter, { me }: Session) {
  const words = searchWords(text);
  const ours = isStaff(me) ? 'practice' : 'patient';
  const theirs = isStaff(me) ? 'patient' : 'practice';

  return (record: ThreadRecord): boolean => {
    if (reason !== undefined && record.reason?.id !== reason) return false;
    if (practice !== undefined && record.practice.id !== practice) return false;
    if (person !== undefined && !involves(record, person)) return false;
    if (state === 'open' && isOver(record)) return false;
    if (state === 'closed' && !isOver(record)) return false;
    if (state === 'yours' && (isOver(record) || record.turn !== ours)) return false;
    if (state === 'theirs' && (isOver(record) || record.turn !== theirs)) return false;
    if (words.length === 0) return true;
    const places = wordsOf(record);
    return words.every((word) => places.some((place) => place.includes(word)));
  };
}

function involves({ subject, custody, entries }: ThreadRecord, person: string): boolean {
  if (subject.id === person || custody.holder?.id === person) return true;
  return entries.some((entry) => entry.type === 'message' && entry.author.id === person);
}

/**
 * Everything that people say in a thread now. Former wordings and what was taken back are no longer there to be found,
 * and signs of danger that nobody has never are: their words are the practice's.
 */
function wordsOf({ title, entries }: ThreadRecord): string[] {
  const places = [title];
  for (const entry of entries) {
    if (entry.type !== 'message') continue;
    const answers = entry.answers.filter(({ label }) => label !== SIGNS_LABEL);
    places.push(entry.body, ...answers.map(({ value }) => value));
  }
  return places.map(folded);
}

/** The words of a search, folded. One that is too long is `invalid`. */
export function searchWords(text = ''): string[] {
  if (textLength(text.trim()) > LONGEST_SEARCH) throw wrongAt('text');
  return folded(text).split(/\s+/).filter(Boolean);
}

/** Text as it is compared. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase();
