import type { CallOptions } from '../adapter/call-options.js';
import { Practice } from '../model/practice.js';
import { Reason } from '../model/reason.js';
import { checked, checkedPage, type CheckedPage } from './checked.js';
import type { Client } from './client.js';

const practices = new WeakMap<Client, Practice>();

/** What the practice says of itself. Read once per client: every element asks, and it hardly ever changes. */
export async function readPractice(client: Client, options: CallOptions): Promise<Practice> {
  const known = practices.get(client);
  if (known) return known;
  const answer = await client.use('practice', (port) => port.readPractice(options));
  const practice = checked(Practice, answer, 'practice.readPractice');
  practices.set(client, practice);
  return practice;
}

/** Why one can write to the practice, in the order they are offered. */
export async function listReasons(client: Client, options: CallOptions): Promise<CheckedPage<Reason>> {
  const answer = await client.use('practice', (port) => port.listReasons(options));
  return checkedPage(Reason, answer, 'practice.listReasons', client.report);
}
