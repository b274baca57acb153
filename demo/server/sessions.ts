import { createHash, randomBytes } from 'node:crypto';
import type { Token } from 'carethread/adapter';
import type { Database } from './database/tables.js';
import type { Directory, Reader } from './directory/directory.js';
import { guestReader } from './guests/guest-reader.js';

/** How long a sign-in lasts: a working day. In milliseconds. */
const LIFETIME = 8 * 60 * 60 * 1000;

/** A good token's owner, and when the token ends (milliseconds since the epoch). */
export interface OpenSession {
  readonly reader: Reader;
  readonly expiresAt: number;
}

/** Signs a person in. Only the token's hash is kept. */
export async function openSession(database: Database, person: string, now: number): Promise<Token> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now + LIFETIME).toISOString();
  await database
    .insertInto('session')
    .values({ token_hash: hashOf(token), person, expires_at: expiresAt })
    .execute();
  return { token, expiresAt };
}

/** Whose token an `Authorization` header carries; undefined for none, a wrong one, or one that ended. */
export async function findSession(
  { database, directory }: { database: Database; directory: Directory },
  authorization: string | undefined,
  now: number,
): Promise<OpenSession | undefined> {
  const token = /^Bearer ([\w-]{20,200})$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return undefined;
  const row = await database
    .selectFrom('session')
    .select(['person', 'expires_at'])
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst();
  const expiresAt = Date.parse(row?.expires_at ?? '');
  const reader = row && (directory.readers.get(row.person) ?? (await guestReader(database, directory, row.person)));
  return reader && expiresAt > now ? { reader, expiresAt } : undefined;
}

/** What of a token is stored: whoever reads it has no token. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
