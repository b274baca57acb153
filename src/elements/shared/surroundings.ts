import type { CallOptions } from '../../adapter/call-options.js';
import type { Client } from '../../client/client.js';
import { readPractice } from '../../client/practice.js';
import type { Person } from '../../model/person.js';
import type { Practice } from '../../model/practice.js';

/** Who reads, and the practice they read at, where it says anything of itself. */
export interface Surroundings {
  readonly me: Person;
  readonly practice: Practice | undefined;
}

/** Reads both. A practice that cannot be read leaves out its hours and its phone, and nothing else. */
export async function readSurroundings(client: Client, options: CallOptions): Promise<Surroundings> {
  const [{ me }, practice] = await Promise.all([
    client.connect(),
    readPractice(client, options).catch(() => undefined),
  ]);
  return { me, practice };
}
