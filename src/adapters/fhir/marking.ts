import type { WriteOptions } from '../../adapter/call-options.js';
import type { MessageId, ThreadId } from '../../model/id.js';
import { wrongAt } from '../shared/written-text.js';
import { transact } from './bundle.js';
import { post, put } from './changing-thread.js';
import { receiptFor } from './custody.js';
import type { FhirContext } from './fhir-context.js';
import { lineIn } from './lines.js';
import { referenceIn } from './terms.js';
import { stateOf } from './thread-state.js';
import { receiptTask } from './written-custody.js';
import { keyed } from './written-message.js';

/** Notes how far the reader has read; going back is not noted. A Task of the reader's own, which changes nothing else. */
export async function markRead(
  context: FhirContext,
  { thread, upTo }: { readonly thread: ThreadId; readonly upTo: MessageId },
  given: WriteOptions,
): Promise<void> {
  const { http, me } = context;
  const { head, tasks } = await stateOf(context, thread, given);
  const message = await lineIn(context, thread, upTo, given);
  if (!message) throw wrongAt('upTo');
  const before = receiptFor(tasks, me.id);
  const read = before && (await lineIn(context, thread, referenceIn(before.reasonReference)?.split('/')[1] ?? '', given));
  if (read && Date.parse(String(read.sent)) >= Date.parse(String(message.sent))) return;
  const now = new Date(http.now()).toISOString();
  const reader = { reference: me.id, display: me.name };
  const task = receiptTask(before, { head: `Communication/${thread}`, subject: head.subject, reader, upTo, now });
  const key = `${thread}-${me.id.replace('/', '-')}`;
  await transact(http, [before ? put(task) : post({ ...task, identifier: [keyed(key)] })], given);
}
