import { AdapterError } from '../adapter/errors.js';
import { reportSignIn, smartSession, type SmartOptions, type SmartSession } from '../adapters/fhir/smart.js';
import type { CareProvider } from '../elements/provider/provider.js';
import { ReportEvent } from '../elements/provider/provider-events.js';

/** Where people sign in, and where they come back to unless it is this very page. */
export type SignInPlace = Omit<SmartOptions, 'redirectUri' | 'scope'> & { readonly redirectUri: string | undefined };

const sessions = new Map<string, SmartSession>();
const keyOf = (baseUrl: string | undefined, clientId: string | null): string => JSON.stringify([baseUrl, clientId]);

/**
 * The session at a server under a client id: one for the whole page, so that a provider that is set up anew signs
 * nobody out.
 */
export function sessionAt({ redirectUri, ...place }: SignInPlace): SmartSession {
  const here = location.origin + location.pathname;
  if (sessions.size === 0) {
    document.addEventListener('care-sign-in', signIn);
    if ((redirectUri ?? here) === here && isReturn()) void reportSignIn();
  }
  const key = keyOf(place.baseUrl, place.clientId);
  const session = sessions.get(key) ?? smartSession({ ...place, redirectUri: redirectUri ?? here });
  sessions.set(key, session);
  return session;
}

/** Whether a server has sent somebody here with its answer. */
function isReturn(): boolean {
  const asked = new URLSearchParams(location.search);
  return asked.has('state') && (asked.has('code') || asked.has('error'));
}

/** Has somebody sign in where their provider says so. On the document, so that the page can do it in its own way first. */
function signIn(event: Event): void {
  const around = event.composedPath().find((target) => (target as Partial<Element>).localName === 'care-provider');
  const provider = (around ?? document.querySelector('care-provider[page]')) as CareProvider | null;
  const session = provider && sessions.get(keyOf(provider.baseUrl ?? '', provider.getAttribute('client-id')));
  if (!session || event.defaultPrevented || provider.signInUrl) return;
  event.preventDefault();
  session.signIn({ signal: new AbortController().signal }).then(
    () => provider.renew(),
    (error: unknown) => {
      // Whoever turned back sees what stood there before. That no window opens is for developers to know.
      const code = error instanceof AdapterError ? error.code : 'malformed';
      provider.dispatchEvent(new ReportEvent({ code, where: 'sign-in' }));
    },
  );
}
