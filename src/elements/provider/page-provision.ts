import { ContextProvider } from '@lit/context';
import type { Client } from '../../client/client.js';
import { clientContext } from '../../controllers/client-context.js';

/** An element that offers to serve the whole page. */
export interface PageServer extends HTMLElement {
  /** What it would serve with. */
  readonly served: Client | undefined;
}

// In the order of their coming: the first serves, the others wait until it goes.
const offers: PageServer[] = [];
let root: ContextProvider<typeof clientContext, HTMLElement> | undefined;

/** Offers to serve the page, or tells that what is served has changed. Says whether this is the one that serves. */
export function servePage(server: PageServer): boolean {
  if (!offers.includes(server)) offers.push(server);
  if (offers[0] !== server) return false;
  root ??= new ContextProvider(document.documentElement, { context: clientContext });
  root.setValue(server.served);
  // The root was there all along: elements that asked before now are told to ask again.
  root.hostConnected();
  return true;
}

/** Takes the offer back; the next one that waits takes over. */
export function leavePage(server: PageServer): void {
  const place = offers.indexOf(server);
  if (place < 0) return;
  offers.splice(place, 1);
  if (place > 0) return;
  if (offers[0]) servePage(offers[0]);
  else root?.setValue(undefined);
}
