import type { Instant } from '../../model/instant.js';
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

/** When a mistake was reported. */
export const reportedIn = ({ authoredOn, meta }: Part): Instant | undefined =>
  instantOf(authoredOn) ?? instantOf(partOf(meta).lastUpdated);

/** What was last said to it. */
export const noteIn = ({ note, statusReason }: Part): string | undefined =>
  textOf(partsOf(note).at(-1)?.text) ?? textOf(partOf(statusReason).text);

/** The state that a task says a report has. */
export const stateOf = ({ status }: Part): Correction['state'] => lookUp(STATES, status) ?? 'other';

/** The word of a task for a state of a report. */
export const statusFor = (state: string): string | undefined => Object.keys(STATES).findLast((word) => STATES[word] === state);

/** A report of a mistake, which is a task for the practice. None where nobody knows when it was made: ours say so. */
export function correctionOf(task: Part, { person }: Pick<Directory, 'person'>): Correction | [] {
  const reportedAt = reportedIn(task);
  if (!reportedAt) return [];
  const word = (code: string): string =>
    textOf(partsOf(task.input).find(({ type }) => codesOf(type).includes(code))?.valueString) ?? '';
  const state = stateOf(task);
  const isReviewed = state !== 'sent';
  return present({
    id: String(task.id) as CorrectionId,
    state,
    wrong: word('wrong'),
    right: word('right'),
    reportedBy: person(task.requester),
    reportedAt,
    note: noteIn(task),
    reviewedBy: isReviewed ? person(task.owner) : undefined,
    reviewedAt: isReviewed ? instantOf(task.lastModified) : undefined,
  });
}
