import type { Correction, CorrectionId } from '../../model/result.js';
import type { Directory } from './directory.js';
import { codesOf, instantOf, lookUp, type Part, partOf, partsOf, present, textOf } from './result-parts.js';

const STATES: Readonly<Record<string, Correction['state']>> = {
  requested: 'sent',
  received: 'sent',
  accepted: 'under-review',
  'in-progress': 'under-review',
  completed: 'changed',
  rejected: 'declined',
};

/** The word of a task for a state of a report. */
export const statusFor = (state: string): string | undefined => Object.keys(STATES).findLast((word) => STATES[word] === state);

/** A report of a mistake, which is a task for the practice. */
export function correctionOf(task: Part, { person }: Pick<Directory, 'person'>): Correction {
  const word = (code: string): string =>
    textOf(partsOf(task.input).find(({ type }) => codesOf(type).includes(code))?.valueString) ?? '';
  const state = lookUp(STATES, task.status) ?? 'other';
  const isReviewed = state !== 'sent';
  const reportedAt = instantOf(task.authoredOn) ?? instantOf(partOf(task.meta).lastUpdated) ?? '1970-01-01T00:00:00Z';
  return present({
    id: String(task.id) as CorrectionId,
    state,
    wrong: word('wrong'),
    right: word('right'),
    reportedBy: person(task.requester),
    reportedAt,
    note: textOf(partsOf(task.note).at(-1)?.text) ?? textOf(partOf(task.statusReason).text),
    reviewedBy: isReviewed ? person(task.owner) : undefined,
    reviewedAt: isReviewed ? instantOf(task.lastModified) : undefined,
  });
}
