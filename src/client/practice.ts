import type { CallOptions } from '../adapter/call-options.js';
import { Practice } from '../model/practice.js';
import { checked } from './checked.js';
import type { Client } from './client.js';

/** The most a browser's timers wait: longer waits would end at once. In milliseconds. */
const LONGEST_WAIT = 2 ** 31;

/**
 * What the practice says of itself. Read once per client, and again when it has changed or its pause has ended: every
 * element asks.
 */
export async function readPractice(client: Client, options: CallOptions): Promise<Practice> {
  const { kept, clock } = client;
  if (kept.practice) return kept.practice;
  const { changes } = kept;
  const answer = await client.use('practice', (port) => port.readPractice(options));
  const practice = checked(Practice, answer, 'practice.readPractice');
  // What was asked before a change and answered after it may be the old state: good once, and not to be kept (row F08).
  // Neither is what tells of a pause that has ended: what the practice says now, its backend knows.
  const left = Date.parse(practice.messaging?.until ?? '') - clock.now();
  if (changes !== kept.changes || left <= 0) return practice;
  kept.practice = practice;
  kept.stop?.();
  kept.stop = left < LONGEST_WAIT ? clock.after(left, () => client.changes.announce([{ kind: 'practice' }])) : undefined;
  return practice;
}
