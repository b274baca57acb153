import type { CallOptions } from '../adapter/call-options.js';
import type { ContactRequest } from '../model/contact-request.js';
import type { PersonId, SendKey } from '../model/id.js';
import { Medication } from '../model/medication.js';
import { Receipt } from '../model/receipt.js';
import { normalText } from '../model/text-length.js';
import { checked, checkedPage, type CheckedPage } from './checked.js';
import type { Client } from './client.js';
import type { SendKind } from './outbox-item.js';
import { portOf } from './session.js';

/** How a contact request is sent. */
export const contactKind: SendKind<ContactRequest, Receipt> = {
  name: 'contact',
  threadOf: ({ thread }) => thread.id,
  isRepeatable: ({ contact }) => contact?.idempotency !== 'none',
  async send(connection, request, options) {
    return checked(Receipt, await portOf(connection, 'contact').send(request, options), 'contact.send');
  },
};

/** What a subject takes, to pick from. Rejects with `unsupported` where the backend has no such list. */
export async function listMedications(client: Client, subject: PersonId, options: CallOptions): Promise<CheckedPage<Medication>> {
  const answer = await client.use('contact', (port) => port.listMedications({ subject }, options));
  return checkedPage(Medication, answer, 'contact.listMedications', client.report);
}

/** Gives a contact request to the outbox. Requests do not wait for one another. `author` as in `sendMessage()`. */
export function sendContactRequest(client: Client, request: ContactRequest, author?: PersonId): SendKey {
  const lane = `contact/${request.reason}/${client.clock.now()}`;
  return client.outbox.send(contactKind, lane, { ...request, body: normalText(request.body) }, author);
}
