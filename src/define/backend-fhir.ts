import { fhirAdapter, type FhirProfile } from '../adapters/fhir/fhir-adapter.js';
import { later } from '../adapters/fhir/later.js';
import { registerBackend } from '../elements/provider/backends.js';
import type { SignInPlace } from './fhir-smart.js';
import { tokensFrom } from './page-tokens.js';

// By attributes a page says where the server is, what it is known for (`profile`), whether a transaction
// books there (`booking`), and where tokens come from: from the page's own server (`token-url`), or from a sign-in at the
// FHIR server itself (`client-id`, and `redirect-uri` where people come back to another page than this).
// What FHIR has no place for, such as reasons and hours, is given to `fhirAdapter` by a script.
registerBackend('fhir', (attribute) => {
  const baseUrl = attribute('base-url') ?? '';
  const clientId = attribute('client-id');
  const session = clientId
    ? signedInAt({ baseUrl, clientId, redirectUri: attribute('redirect-uri') })
    : tokensFrom(attribute('token-url'));
  const adapter = fhirAdapter({
    baseUrl,
    getToken: session.getToken,
    // A word nobody knows takes nothing away.
    profile: attribute('profile') as FhirProfile | undefined,
    booking: attribute('booking') === 'transaction' ? 'transaction' : undefined,
  });
  return {
    ...adapter,
    connect(options) {
      // A new session may be somebody else's: nothing of the one before is used for it.
      session.forget();
      return adapter.connect(options);
    },
  };
});

/** Tokens of who signs in at the server. What that takes is fetched at once: a window opens only while a press is handled. */
function signedInAt(place: SignInPlace): ReturnType<typeof tokensFrom> {
  const session = later(async () => (await import('./fhir-smart.js')).sessionAt(place));
  session().catch(() => {});
  return {
    getToken: async (call) => (await session()).getToken(call),
    // Signing in changes whose it is.
    forget() {},
  };
}
