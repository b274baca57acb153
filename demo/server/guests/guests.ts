import { randomUUID } from 'node:crypto';
import type { Token } from 'carethread/adapter';
import type { CalendarDay, Person } from 'carethread/model';
import { lockPractice } from '../conversation/act.js';
import { isPhone } from '../conversation/answers.js';
import type { Database } from '../database/tables.js';
import { nowOf, type Backend } from '../backend.js';
import { Problem } from '../problems.js';
import { openSession } from '../sessions.js';
import { writtenText } from '../text.js';
import { hashOfCode, isCode, newCode } from './codes.js';
import type { Deliver } from './deliver.js';

const MINUTE = 60_000;

/** How long a code is good, in milliseconds, and how often one may try. */
const CODE_LIFETIME = 10 * MINUTE;
const TRIES = 5;

/** How many codes an address is sent in an hour: nobody is flooded by somebody else. */
const CODES_AN_HOUR = 5;

const NAME_BUDGET = 100;

/** What stands beside a guest's name wherever it does: they may have anybody's. */
const TITLE = 'guest, identity not checked';

/** Who somebody says they are. */
export interface SaidGuest {
  readonly name: string;
  readonly birthDate: CalendarDay;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}

/**
 * Somebody without an account says who they are, and a code goes to their address. Nobody is looked up, so the answer
 * is the same for whom the practice knows and for whom it does not.
 */
export async function askAsGuest(backend: Backend, said: SaidGuest, deliver: Deliver): Promise<{ guest: string }> {
  const record = backend.directory.practices.find(({ entry }) => entry.guests);
  if (!record) throw new Problem('not-found');
  const { database } = backend;
  const name = writtenText(said.name, { field: 'name', budget: NAME_BUDGET }).trim();
  const contact = contactOf(said);
  const now = nowOf(backend);
  if (said.birthDate > now.slice(0, 10)) throw new Problem('invalid', { field: 'birthDate' });
  const id = randomUUID();
  const code = newCode();
  const guest = {
    id,
    practice: record.practice.id,
    name,
    birth_date: said.birthDate,
    contact,
    code_hash: await hashOfCode(id, code),
    tries: 0,
    asked_at: now,
    expires_at: new Date(backend.clock() + CODE_LIFETIME).toISOString(),
    person: null,
  };
  await database.transaction().execute(async (transaction) => {
    // One after the other, so that many askings at once are no more codes than few.
    await lockPractice(transaction, record.practice.id);
    if ((await codesSent(transaction, contact, backend.clock())) >= CODES_AN_HOUR) throw new Problem('rate-limited');
    await transaction.insertInto('guest').values(guest).execute();
  });
  await deliver({ to: contact, kind: 'code', text: `Your code for ${record.practice.name}: ${code}. It is good for 10 minutes.` });
  return { guest: id };
}

/** The right code opens a session for a person of their own. A code works once, and few wrong ones are taken. */
export async function verifyGuest(backend: Backend, id: string, code: string): Promise<Token> {
  const { database } = backend;
  // Counted before it is compared, so that many tries at once are not more than few.
  const guest = await database
    .updateTable('guest')
    .set((expression) => ({ tries: expression('tries', '+', 1) }))
    .where('id', '=', id)
    .where('tries', '<', TRIES)
    .where('person', 'is', null)
    .where('expires_at', '>', nowOf(backend))
    .returning(['name', 'practice', 'code_hash'])
    .executeTakeFirst();
  if (!guest) throw new Problem('conflict', { detail: 'Ask for a new code.' });
  if (!(await isCode(id, code, guest.code_hash))) throw new Problem('invalid', { field: 'code' });
  return database.transaction().execute(async (transaction) => {
    const person: Person = { id: `guest-${randomUUID()}` as Person['id'], name: guest.name, kind: 'patient', title: TITLE };
    const entered = await transaction
      .updateTable('guest')
      .set({ person: person.id })
      .where('id', '=', id)
      .where('person', 'is', null)
      .executeTakeFirst();
    if (Number(entered.numUpdatedRows) === 0) throw new Problem('conflict', { detail: 'Ask for a new code.' });
    await transaction
      .insertInto('person')
      .values({ id: person.id, practice: guest.practice, record: JSON.stringify(person) })
      .execute();
    return openSession(transaction, person.id, backend.clock());
  });
}

/** How many codes went to an address in the last hour. A number is the same one with its plus and without. */
async function codesSent(database: Database, contact: string, now: number): Promise<number> {
  const digits = contact.replace(/^\+(?=\d+$)/, '');
  const codes = database
    .selectFrom('guest')
    .select('id')
    .where('contact', 'in', [digits, `+${digits}`])
    .where('asked_at', '>', new Date(now - 60 * MINUTE).toISOString());
  return (await codes.limit(CODES_AN_HOUR).execute()).length;
}

/** The one address of the two, written one way. */
function contactOf({ phone, email }: SaidGuest): string {
  if ((phone === undefined) === (email === undefined)) throw new Problem('invalid', { field: 'phone' });
  if (email !== undefined) {
    if (!/^[^\s@\0]{1,64}@[^\s@\0]{1,190}\.[^\s@.\0]{2,}$/.test(email)) throw new Problem('invalid', { field: 'email' });
    return email.toLowerCase();
  }
  if (!isPhone(phone!)) throw new Problem('invalid', { field: 'phone' });
  return phone!.replace(/(?!^\+)[^\d]/g, '');
}
