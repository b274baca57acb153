import type { CallOptions } from '../adapter/call-options.js';
import { Reason } from '../model/reason.js';
import { checkedPage, type CheckedPage } from './checked.js';
import type { Client } from './client.js';

/** Why one can write to the practice, in the order they are offered. */
export async function listReasons(client: Client, options: CallOptions): Promise<CheckedPage<Reason>> {
  const answer = await client.use('practice', (port) => port.listReasons(options));
  return checkedPage(Reason, answer, 'practice.listReasons', client.report);
}
