import { AdapterError } from '../../adapter/errors.js';
import type { CallOptions } from '../../adapter/call-options.js';
import type { Client } from '../../client/client.js';
import { listCareTeam } from '../../client/people.js';
import { readPractice } from '../../client/practice.js';
import { listReasons } from '../../client/reasons.js';
import type { PersonId } from '../../model/id.js';
import type { Person, Subject } from '../../model/person.js';
import type { Practice } from '../../model/practice.js';
import type { Reason } from '../../model/reason.js';
import { firstOfEach } from './first-of-each.js';

/** What the form is drawn from. */
export interface FormContent {
  readonly me: Person;
  /** Whom a message can be about. */
  readonly subjects: readonly Subject[];
  /** None where it cannot be read: then there is no promise and no number, and all else works. */
  readonly practice: Practice | undefined;
  readonly reasons: readonly Reason[];
  /** How many reasons came in a form that nobody here can read. */
  readonly unreadable: number;
}

/** Reads it all. `tellPhone` hears the practice's number as soon as it is known, since what follows may fail. */
export async function readFormContent(
  client: Client,
  options: CallOptions,
  tellPhone: (phone: string | undefined) => void,
): Promise<FormContent> {
  const { me, subjects, contact, missing } = await client.connect();
  const absence = missing['contact'] ?? missing['contact.send'];
  tellPhone(absence?.phone);
  const practice = await readPractice(client, options).catch(() => undefined);
  if (practice?.phone) tellPhone(practice.phone);
  if (!contact?.send) throw new AdapterError(absence?.code ?? 'unsupported', 'there is no contact port');
  const { items, unreadable } = await listReasons(client, options);
  return { me, subjects, practice, reasons: firstOfEach(items), unreadable };
}

/** The reason chosen, or the only one there is. */
export function reasonOf({ reasons }: FormContent, chosen: string): Reason | undefined {
  return reasons.find(({ id }) => id === chosen) ?? (reasons.length === 1 ? reasons[0] : undefined);
}

/** Somebody of a subject's care team. None where the practice does not say who is in it. */
export async function findRecipient(
  client: Client,
  person: PersonId,
  subject: PersonId,
  options: CallOptions,
): Promise<Person | undefined> {
  try {
    const { items } = await listCareTeam(client, subject, options);
    return items.find(({ id }) => id === person);
  } catch (error) {
    if ((error as AdapterError).code === 'unsupported') return undefined;
    throw error;
  }
}
