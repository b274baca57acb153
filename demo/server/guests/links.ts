import { randomBytes } from 'node:crypto';
import type { Token } from 'carethread/adapter';
import { nowOf, type Backend } from '../backend.js';
import type { Database } from '../database/tables.js';
import type { Directory } from '../directory/directory.js';
import type { Teller } from '../notices/notices.js';
import { Problem } from '../problems.js';
import { hashOf, openSession } from '../sessions.js';
import type { Deliver } from './deliver.js';

const DAY = 24 * 60 * 60 * 1000;

/** How long a link is good, in milliseconds. */
const LINK_LIFETIME = 7 * DAY;

export interface LinkOptions {
  readonly database: Database;
  readonly directory: Directory;
  readonly clock: () => number;
  readonly deliver: Deliver;
  /** The page that opens an answer; the token comes after its `#`, which no server and no log sees. */
  readonly answerUrl: string;
}

/** Tells a guest that there is an answer, with a link that opens it once, and not a word of it. */
export function linkTeller({ database, directory, clock, deliver, answerUrl }: LinkOptions): Teller {
  return async ({ person, thread, practice }) => {
    const guest = await database.selectFrom('guest').select('contact').where('person', '=', person).executeTakeFirst();
    const record = directory.practices.find((one) => one.practice.id === practice);
    if (!guest || !record) return;
    const token = randomBytes(32).toString('base64url');
    const expires_at = new Date(clock() + LINK_LIFETIME).toISOString();
    await database.insertInto('guest_link').values({ token_hash: hashOf(token), person, thread, expires_at }).execute();
    const text = `You have an answer from ${record.practice.name}. Open it within 7 days: ${answerUrl}#${token}`;
    await deliver({ to: guest.contact, kind: 'link', text });
  };
}

/** Gives a session, and the thread to open, for a link. The link is then used up. */
export async function openLink(backend: Backend, token: string): Promise<Token & { thread: string }> {
  return backend.database.transaction().execute(async (database) => {
    const link = await database
      .deleteFrom('guest_link')
      .where('token_hash', '=', hashOf(token))
      .returning(['person', 'thread', 'expires_at'])
      .executeTakeFirst();
    if (!link || link.expires_at <= nowOf(backend)) throw new Problem('not-found');
    return { ...(await openSession(database, link.person, backend.clock())), thread: link.thread };
  });
}
