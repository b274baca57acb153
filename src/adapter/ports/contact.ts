import type { ContactRequest } from '../../model/contact-request.js';
import type { Receipt } from '../../model/receipt.js';
import type { WriteOptions } from '../call-options.js';
import type { Idempotency } from '../idempotency.js';

/** Asking a practice something new. */
export interface ContactPort {
  readonly idempotency: Idempotency;

  /** Resolves once the practice's backend has taken responsibility; the request is then a thread. */
  send(request: ContactRequest, options: WriteOptions): Promise<Receipt>;
}
