import type { CallOptions } from '../adapter/call-options.js';
import type { PersonId } from '../model/id.js';
import { Person } from '../model/person.js';
import { checkedPage, type CheckedPage } from './checked.js';
import type { Client } from './client.js';

/** The people who look after a subject. */
export async function listCareTeam(client: Client, subject: PersonId, options: CallOptions): Promise<CheckedPage<Person>> {
  const answer = await client.use('people', (port) => port.listCareTeam({ subject }, options));
  return checkedPage(Person, answer, 'people.listCareTeam', client.report);
}

/** Colleagues a thread can be routed to. For staff. */
export async function listStaff(client: Client, options: CallOptions): Promise<CheckedPage<Person>> {
  const answer = await client.use('people', (port) => port.listStaff(options));
  return checkedPage(Person, answer, 'people.listStaff', client.report);
}
