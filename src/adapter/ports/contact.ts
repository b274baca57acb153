import type { ContactRequest } from '../../model/contact-request.js';
import type { PersonId } from '../../model/id.js';
import type { Medication } from '../../model/medication.js';
import type { Page } from '../../model/page.js';
import type { Receipt } from '../../model/receipt.js';
import type { CallOptions, WriteOptions } from '../call-options.js';
import type { Idempotency } from '../idempotency.js';

/** Asking a practice something new. */
export interface ContactPort {
  readonly idempotency: Idempotency;

  /** Rejects with `conflict` while the practice takes no messages. Resolves once the practice's backend has taken responsibility; the request is then a thread. */
  send(request: ContactRequest, options: WriteOptions): Promise<Receipt>;

  /** What a subject takes, to pick from. */
  listMedications(query: { readonly subject: PersonId }, options: CallOptions): Promise<Page<Medication>>;
}
