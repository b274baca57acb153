import type { PersonId, ThreadId } from '../../model/id.js';

/** Where the words of a reply are kept while they are written: nobody else who signs in finds them (row F23). */
export const draftPlace = (reader: PersonId, thread: ThreadId): string => `thread/${reader}/${thread}`;

/** Words that were taken back, under those that are being written where they go. */
export const putBack = (written: string | undefined, body: string): string => (written ? `${written}\n\n${body}` : body);
