import type { PersonId, ThreadId } from '../../model/id.js';

/** Where the words of a reply are kept while they are written: nobody else who signs in finds them (row F23). */
export const draftPlace = (reader: PersonId, thread: ThreadId): string => `thread/${reader}/${thread}`;
