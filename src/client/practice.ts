import type { CallOptions } from '../adapter/call-options.js';
import { Practice } from '../model/practice.js';
import { checked } from './checked.js';
import type { Client } from './client.js';

/** What the practice says of itself. Read once per client, and again when it has changed: every element asks. */
export async function readPractice(client: Client, options: CallOptions): Promise<Practice> {
  const { kept } = client;
  if (kept.practice) return kept.practice;
  const { changes } = kept;
  const answer = await client.use('practice', (port) => port.readPractice(options));
  const practice = checked(Practice, answer, 'practice.readPractice');
  // What was asked before a change and answered after it may be the old state: good once, and not to be kept (row F08).
  if (changes === kept.changes) kept.practice = practice;
  return practice;
}
