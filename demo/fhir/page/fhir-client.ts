import { fhirAdapter } from 'carethread/adapters/fhir';
import type { GetToken, Token } from 'carethread/adapter';
import { type Client, createClient } from 'carethread/client';
import { smartSession } from 'carethread/smart';
import type { PracticeWords } from '../practice-words.js';

/**
 * Connects this page's provider with the FHIR server it names. Whoever the page's own server knows is signed in;
 * everybody else signs in at the FHIR server, in a second window.
 */
export async function connectFhir(): Promise<Client> {
  const provider = document.querySelector('care-provider')!;
  const baseUrl = provider.baseUrl!;
  const practice = (await (await fetch('practice.json')).json()) as PracticeWords;
  const session = smartSession({
    baseUrl,
    clientId: 'carethread-demo',
    redirectUri: new URL('/signed-in', location.href).href,
  });
  const ofWindow = windowToken();
  const getToken: GetToken = (options) => (session.isSignedIn ? session.getToken(options) : ofWindow(options));
  // This server does all of a transaction or none of it.
  const client = createClient(fhirAdapter({ baseUrl, getToken, practice, booking: 'transaction' }));
  provider.client = client;
  document.addEventListener('care-sign-in', (event) => {
    event.preventDefault();
    session.signIn({ signal: AbortSignal.timeout(600_000) }).then(
      () => {
        document.querySelector('.demo-bar span')!.textContent = 'signed in at the FHIR server';
        return client.renew();
      },
      // Whoever turns back is still asked to sign in.
      () => undefined,
    );
  });
  return client;
}

/** A token for whoever this window's cookie names. One serves until it is refused. */
function windowToken(): GetToken {
  let kept: Token | undefined;
  return async ({ refresh, signal }) => {
    if (kept && !refresh) return kept;
    const response = await fetch('token', { method: 'POST', signal });
    if (!response.ok) throw new Error('nobody is signed in');
    return (kept = (await response.json()) as Token);
  };
}
