import type { ContactRequest } from '../model/contact-request.js';
import type { PersonId, SendKey } from '../model/id.js';
import { Receipt } from '../model/receipt.js';
import { normalText } from '../model/text-length.js';
import { checked } from './checked.js';
import type { Client } from './client.js';
import type { SendKind } from './outbox-item.js';

/** How a contact request is sent. */
export const contactKind: SendKind<ContactRequest, Receipt> = {
  name: 'contact',
  threadOf: ({ thread }) => thread.id,
  isRepeatable: ({ contact }) => contact?.idempotency !== 'none',
  async send({ contact }, request, options) {
    const answer = await contact?.send(request, options);
    return checked(Receipt, answer, 'contact.send');
  },
};

/** Gives a contact request to the outbox. Requests do not wait for one another. `author` as in `sendMessage()`. */
export function sendContactRequest(client: Client, request: ContactRequest, author?: PersonId): SendKey {
  const lane = `contact/${request.reason}/${client.clock.now()}`;
  return client.outbox.send(contactKind, lane, { ...request, body: normalText(request.body) }, author);
}
