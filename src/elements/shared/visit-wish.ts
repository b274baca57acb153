import type { Client } from '../../client/client.js';
import { wantedVisitOf } from '../../client/wanted-visit.js';
import { VisitRequestEvent, type VisitWish } from '../../controllers/visit-request-event.js';

/**
 * Offers what was written to whoever books visits: the page first, then a picker on it. Nothing is taken away from where
 * it was written. Answers whether anybody took it; where nobody does, the phone is always there.
 * @param read what is written, whenever it is asked for.
 */
export function askForVisit(host: Element, client: Client, wish: VisitWish, read: () => string): boolean {
  const { reader } = client;
  // Read later, it is still what this reader wrote here; nobody else's words, and for nobody else (row F23).
  const readText = (): string => (client.reader === reader ? read() : '');
  if (!host.dispatchEvent(new VisitRequestEvent(wish, readText))) return true;
  const visits = wantedVisitOf(client);
  if (!visits.isServed) return false;
  const { subject, reason, threadId: thread } = wish;
  visits.ask({ subject, reason, thread, text: readText() });
  return true;
}
