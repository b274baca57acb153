import { AdapterError } from '../../../adapter/errors.js';
import type { Client } from '../../../client/client.js';
import { listEntries } from '../../../client/messages.js';
import { type PagedList, withMore } from '../../../client/paged-list.js';
import type { Entry } from '../../../model/message.js';
import { printRecord } from './record-print.js';
import { type KeepAs, recordOf, textOf } from './record-words.js';
import { entryId } from '../talk.js';
import type { Telling } from '../telling.js';
import type { ThreadView } from '../thread-view.js';

/** Prints or downloads a thread, whole: what was not read yet is read first. Rejects where that fails. */
export async function keepThread(as: KeepAs, client: Client, view: ThreadView, telling: Telling): Promise<void> {
  const entries = await readAll(client, view);
  const record = recordOf({ ...telling, view: { ...view, entries } }, as);
  if (as === 'print') return printRecord(record, telling.lang);
  // The day alone: what a file is called is seen by others.
  const name = `conversation-${new Date(telling.now).toISOString().slice(0, 10)}`;
  if (as === 'text') download(`${name}.txt`, 'text/plain', textOf(record));
  else download(`${name}.json`, 'application/json', JSON.stringify(dataOf(view, entries.items), undefined, 2));
}

async function readAll(client: Client, { me, thread, entries }: ThreadView): Promise<PagedList<Entry>> {
  let all = entries;
  while (all.next !== undefined) {
    const page = await listEntries(client, { thread: thread.id, after: all.next }, { signal: new AbortController().signal });
    // What one person may read is not kept for the next who signs in.
    if (client.reader !== me.id) throw new AdapterError('forbidden', 'somebody else is signed in');
    all = withMore(all, page, entryId);
  }
  return all;
}

/** The thread as data, oldest first, without what only serves to show it here. */
function dataOf({ thread }: ThreadView, newestFirst: readonly Entry[]): unknown {
  const { id, practice, title, reason, subject, state, continues, continuedBy } = thread;
  const entries = newestFirst.toReversed().map((entry) => ({ ...entry, key: undefined, thread: undefined }));
  return { id, practice, title, reason, subject, state, continues, continuedBy, entries };
}

function download(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.rel = 'noopener noreferrer';
  link.click();
  // Once the browser has taken it; a slow one is given a moment.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
