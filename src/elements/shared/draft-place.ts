import type { ThreadId } from '../../model/id.js';

/** Where the words of a reply are kept while they are written. */
export const draftPlace = (thread: ThreadId): string => `thread/${thread}`;
