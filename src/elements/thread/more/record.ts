import { AdapterError } from '../../../adapter/errors.js';
import type { Client } from '../../../client/client.js';
import { listEntries } from '../../../client/messages.js';
import { type PagedList, withMore } from '../../../client/paged-list.js';
import { threadRecord } from '../../../i18n/en/thread-record.js';
import { wordsFor } from '../../../i18n/register.js';
import type { Entry } from '../../../model/message.js';
import { download } from '../../shared/download.js';
import { printRecord } from '../../shared/record-print.js';
import { type KeepAs, recordOf, textOf } from './record-words.js';
import { entryId } from '../talk.js';
import type { Telling } from '../telling.js';
import type { ThreadView } from '../thread-view.js';

export interface Keeping {
  readonly client: Client;
  readonly telling: Telling;
  /** `ltr` or `rtl`, as where the thread is shown. */
  readonly direction: string;
  /** Ends it: what was asked for is not wanted any more, or by nobody who is still there. */
  readonly signal: AbortSignal;
}

/** Prints or downloads a thread, whole: what was not read yet is read first. Rejects where that fails. */
export async function keepThread(as: KeepAs, { client, telling, direction, signal }: Keeping): Promise<void> {
  const { view } = telling;
  const entries = await readAll(client, view, signal);
  signal.throwIfAborted();
  const record = recordOf({ ...telling, view: { ...view, entries } }, as);
  const { title } = wordsFor('thread-record', threadRecord, telling.lang);
  if (as === 'print') return printRecord(record, { lang: telling.lang, direction, name: title }, signal);
  // The day alone: what a file is called is seen by others.
  const name = `conversation-${new Date(telling.now).toISOString().slice(0, 10)}`;
  if (as === 'text') download(`${name}.txt`, 'text/plain', textOf(record));
  else download(`${name}.json`, 'application/json', JSON.stringify(dataOf(view, entries), undefined, 2));
}

async function readAll(client: Client, { me, thread, entries }: ThreadView, signal: AbortSignal): Promise<PagedList<Entry>> {
  let all = entries;
  while (all.next !== undefined) {
    const page = await listEntries(client, { thread: thread.id, after: all.next }, { signal });
    // What one person may read is not kept for the next who signs in.
    if (client.reader !== me.id) throw new AdapterError('forbidden', 'somebody else is signed in');
    all = withMore(all, page, entryId);
  }
  return all;
}

/** The thread as data, oldest first, without what only serves to show it here. */
function dataOf({ thread }: ThreadView, { items, unreadable }: PagedList<Entry>): unknown {
  const { id, practice, title, reason, subject, state, continues, continuedBy } = thread;
  const entries = items.toReversed().map((entry) => ({ ...entry, key: undefined, thread: undefined }));
  // Whoever reads this has to know that something is missing.
  return { id, practice, title, reason, subject, state, continues, continuedBy, unreadable, entries };
}
