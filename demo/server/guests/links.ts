import { randomBytes } from 'node:crypto';
import type { Token } from 'carethread/adapter';
import { nowOf, type Backend } from '../backend.js';
import type { Database } from '../database/tables.js';
import type { Directory } from '../directory/directory.js';
import { newNotice } from '../notices/note-answer.js';
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

/** Tells a guest that the practice did something, with a link that opens it once, and not a word of it. */
export function linkTeller({ database, directory, clock, deliver, answerUrl }: LinkOptions): Teller {
  return async ({ person, thread, practice }) => {
    const guest = await database.selectFrom('guest').select('contact').where('person', '=', person).executeTakeFirst();
    const record = directory.practices.find((one) => one.practice.id === practice);
    if (!guest || !record) return;
    const token = randomBytes(32).toString('base64url');
    const expires_at = new Date(clock() + LINK_LIFETIME).toISOString();
    const link = { token_hash: hashOf(token), person, thread, expires_at, used_at: null };
    await database.insertInto('guest_link').values(link).execute();
    const text = `You have news from ${record.practice.name}. Open it within 7 days: ${answerUrl}#${token}`;
    await deliver({ to: guest.contact, kind: 'link', text });
  };
}

/** Gives a session, and the thread to open, for a link. The link is then used up. */
export async function openLink(backend: Backend, token: string): Promise<Token & { thread: string }> {
  return backend.database.transaction().execute(async (database) => {
    const now = nowOf(backend);
    const link = await database
      .updateTable('guest_link')
      .set({ used_at: now })
      .where('token_hash', '=', hashOf(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .returning(['person', 'thread'])
      .executeTakeFirst();
    if (!link) throw new Problem('not-found');
    return { ...(await openSession(database, link.person, backend.clock())), thread: link.thread };
  });
}

/**
 * Exchanges a link, also one that was used or has ended, for a new one, which goes where the old one went: for whom the
 * answer to the old one never reached. Does nothing for what was no link, and nothing tells the two apart.
 */
export async function sendLinkAgain(backend: Backend, token: string): Promise<void> {
  await backend.database.transaction().execute(async (database) => {
    const link = await database
      .deleteFrom('guest_link')
      .where('token_hash', '=', hashOf(token))
      .returning(['person', 'thread'])
      .executeTakeFirst();
    if (!link) return;
    const { practice } = await database
      .selectFrom('thread')
      .select('practice')
      .where('id', '=', link.thread)
      .executeTakeFirstOrThrow();
    await database.insertInto('notice').values(newNotice({ ...link, kind: 'link', practice, at: nowOf(backend) })).execute();
  });
  backend.notices.wake();
}
