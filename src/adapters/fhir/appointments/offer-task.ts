import { codesOf, instantOf, type Part, partOf, partsOf } from '../result-parts.js';
import { idIn } from '../terms.js';

// An offer of times is a Task: for whom, with the slots as what goes in, and the appointment it became as what comes out.

const inputs = (parts: unknown, word: string, type: string): string[] =>
  partsOf(parts)
    .filter((each) => codesOf(each.type).includes(word))
    .flatMap((each) => idIn(each.valueReference, type) ?? []);

/** The slots that are offered, by id. */
export const slotsIn = ({ input }: Part): string[] => inputs(input, 'slot', 'Slot');

/** The appointment that is given up for one of them. */
export const movesIn = ({ input }: Part): string | undefined => inputs(input, 'moves', 'Appointment')[0];

/** The appointment that it became. */
export const takenIn = ({ output }: Part): string | undefined => inputs(output, 'appointment', 'Appointment')[0];

/** Until when it can be taken. */
export const untilIn = ({ restriction }: Part): string | undefined => instantOf(partOf(partOf(restriction).period).end);

/** What has become of an offer, as far as its task says: whether its slots are free is another matter. */
export function offerState(task: Part, now: number): 'open' | 'taken' | 'ended' {
  if (task.status === 'completed' && takenIn(task)) return 'taken';
  const until = untilIn(task);
  return task.status === 'requested' && !(until && Date.parse(until) <= now) ? 'open' : 'ended';
}
