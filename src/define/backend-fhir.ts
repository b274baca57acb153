import { fhirAdapter, type FhirProfile } from '../adapters/fhir/fhir-adapter.js';
import { registerBackend } from '../elements/provider/backends.js';
import { tokensFrom } from './page-tokens.js';

// By attributes a page says where the server is, what it is known for (`profile`), whether a transaction
// books there (`booking`), and where its own server has tokens.
// What FHIR has no place for, such as reasons and hours, is given to `fhirAdapter` by a script; and so is a sign-in at the
// FHIR server itself, with `smartSession`.
registerBackend('fhir', (attribute) => {
  const session = tokensFrom(attribute('token-url'));
  const adapter = fhirAdapter({
    baseUrl: attribute('base-url') ?? '',
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
