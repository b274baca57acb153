import type { CallOptions } from '../adapter/call-options.js';
import { Practice } from '../model/practice.js';
import { Reason } from '../model/reason.js';
import { checked, checkedPage, type CheckedPage } from './checked.js';
import type { Client } from './client.js';

/** What the practice says of itself. Read once per client, and again when it has changed: every element asks. */
export async function readPractice(client: Client, options: CallOptions): Promise<Practice> {
  if (client.kept.practice) return client.kept.practice;
  const answer = await client.use('practice', (port) => port.readPractice(options));
  return (client.kept.practice = checked(Practice, answer, 'practice.readPractice'));
}

/** Why one can write to the practice, in the order they are offered. */
export async function listReasons(client: Client, options: CallOptions): Promise<CheckedPage<Reason>> {
  const answer = await client.use('practice', (port) => port.listReasons(options));
  return checkedPage(Reason, answer, 'practice.listReasons', client.report);
}
