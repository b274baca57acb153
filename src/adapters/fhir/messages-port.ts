import { AdapterError } from '../../adapter/errors.js';
import type { MessagesPort } from '../../adapter/ports/messages.js';
import { entryOf, isEntry } from './communication.js';
import type { FhirContext } from './fhir-context.js';
import { listThreads } from './listing.js';
import { pageByTime } from './paging.js';
import { isId } from './terms.js';
import { linesOf, stateOf, tellThreads } from './thread-state.js';

/** Reading conversations, as Communications that are part of one. `find`: where there are conditions. */
export function readingPort(
  context: FhirContext,
  find: MessagesPort['listThreads'],
): Pick<MessagesPort, 'listThreads' | 'readThread' | 'listEntries'> {
  const { http, directory } = context;
  return {
    listThreads: ({ after, ...filter }, given) =>
      Object.values(filter).some(Boolean) ? find({ after, ...filter }, given) : listThreads(context, after, given),

    async readThread(thread, given) {
      const state = await stateOf(context, thread, given);
      return (await tellThreads(context, [state], given))[0]!.thread;
    },

    async listEntries({ thread, after }, given) {
      given.signal.throwIfAborted();
      if (!isId(thread)) throw new AdapterError('not-found', 'no such thread');
      const [{ head }, page] = await Promise.all([
        stateOf(context, thread, given),
        pageByTime(http, linesOf({ id: thread }), { by: 'sent', after }, given),
      ]);
      const isWhole = page.bookmark === undefined;
      const lines = [...page.matches.filter(isEntry), ...(isWhole && head.payload !== undefined ? [head] : [])];
      await directory.learn([head, ...lines], given);
      return { items: lines.map((line) => entryOf(line, head, context)), next: page.bookmark };
    },
  };
}
