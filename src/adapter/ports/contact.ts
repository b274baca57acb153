import type { ContactRequest } from '../../model/contact-request.js';
import type { Receipt } from '../../model/receipt.js';
import type { WriteOptions } from '../call-options.js';

/** Asking a practice something new. */
export interface ContactPort {
  /** Resolves once the practice's backend has taken responsibility; the request is then a thread. */
  send(request: ContactRequest, options: WriteOptions): Promise<Receipt>;
}
